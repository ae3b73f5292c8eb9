package io.konsens.agreement.domain;

import io.konsens.platform.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Who has confirmed the frozen figures so far. Both sides make an agreement, one never does. */
final class Confirmations {

    private final List<Confirmation> given;

    Confirmations(List<Confirmation> given) {
        this.given = new ArrayList<>(given);
    }

    /** @throws Refusal CONFLICT if this side has already confirmed */
    void add(Confirmation confirmation) {
        if (of(confirmation.side()).isPresent()) {
            throw Refusal.conflict("step.alreadyConfirmed");
        }
        given.add(confirmation);
    }

    boolean areComplete() {
        return given.size() == Side.values().length;
    }

    Optional<Confirmation> of(Side side) {
        return given.stream().filter(one -> one.side() == side).findFirst();
    }

    List<Confirmation> all() {
        return Collections.unmodifiableList(given);
    }

    /** Takes them all back; what was taken. */
    List<Confirmation> voidAll() {
        List<Confirmation> voided = List.copyOf(given);
        given.clear();
        return voided;
    }
}
