package io.konsens.agreement.domain;

import java.util.List;
import java.util.Optional;

/** All agreements of one rep for one period, in the order they were begun. One of them is in force. */
public record Revisions(List<Revision> all) {

    public Revision inForce() {
        return all.stream().filter(Revision::inForce).findFirst().orElseThrow();
    }

    /** The adjustment that is being negotiated, if there is one. */
    public Optional<Revision> open() {
        return all.stream()
                .filter(one -> one.revision() > 1 && one.state().isNegotiating())
                .findFirst();
    }

    /** Whether another revision has taken this one's place. */
    public boolean supersede(TargetAgreement agreement) {
        return inForce().revision() > agreement.revision();
    }

    int next() {
        return all.stream().mapToInt(Revision::revision).max().orElse(0) + 1;
    }
}
