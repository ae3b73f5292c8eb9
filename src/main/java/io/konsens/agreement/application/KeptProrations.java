package io.konsens.agreement.application;

import io.konsens.agreement.domain.Proration;
import org.jspecify.annotations.Nullable;

/** The spans of agreements that do not apply to their whole period, as they were when their lines were prepared. */
public interface KeptProrations {

    /** Null for an agreement that applies to its whole period. */
    @Nullable
    Proration of(String agreementId);

    void add(String agreementId, Proration proration);
}
