package io.konsens.agreement.application;

import java.util.List;

/** The steps that were handed over and have not come back; what has, is in the record. */
public interface Delegations {

    /** Those of one agreement that are with this employee. */
    List<Delegation> with(String agreementId, String delegateId);

    List<Delegation> of(String agreementId);

    void add(Delegation delegation);

    /** A step has come back, or is done. */
    void remove(String agreementId, Step step);
}
