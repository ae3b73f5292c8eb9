package io.konsens.agreement.application;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.TargetAgreement;
import java.util.Set;

/** Whose agreement it is, and whose turn: all one must know to tell who may see it. */
record Parties(String agreementId, String repId, String managerId, AgreementState state) {

    static Parties of(TargetAgreement agreement) {
        return new Parties(agreement.agreementId(), agreement.repId(), agreement.managerId(), agreement.state());
    }

    static Parties of(String agreementId, Agreements.Pulse pulse) {
        return new Parties(agreementId, pulse.repId(), pulse.managerId(), pulse.state());
    }

    /** Both sides, by employee id. */
    Set<String> sides() {
        return Set.of(repId, managerId);
    }

    boolean inDispute() {
        return state == AgreementState.DISPUTE;
    }
}
