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

    /**
     * Whether this actor may confirm or decline for a side they act on. A rep's word on their own targets is theirs alone;
     * and whoever confirmed for one side cannot agree with themselves for the other.
     *
     * @throws Refusal FORBIDDEN if not
     */
    void require(Side side, Actor actor) {
        objection(side, actor).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
    }

    Optional<String> objection(Side side, Actor actor) {
        if (actor.onBehalfOf() != null && (side == Side.REP || !actor.mayConfirm())) {
            return Optional.of("substitute.confirmationIsPersonal");
        }
        boolean confirmedForTheOther =
                given.stream().anyMatch(one -> one.side() != side && one.by().equals(actor.userId()));
        return confirmedForTheOther ? Optional.of("substitute.bothSides") : Optional.empty();
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
