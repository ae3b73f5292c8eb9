package io.konsens.handover;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a system holds otherwise than it once accepted.
 *
 * @param externalKey see {@link TargetConnector#externalKey}
 * @param lineId null for what is no line of the agreement
 * @param expected what was accepted, in the line's unit; null for what is no line of the agreement
 * @param found null if the system holds no figure
 * @param foundCurrency ISO 4217; null unless the figure is money
 */
public record Difference(
        TargetSystem system,
        String agreementId,
        String externalKey,
        @Nullable String lineId,
        Kind kind,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal found,
        @Nullable String foundCurrency,
        Instant foundAt) {

    /** In what way. */
    public enum Kind {
        /** The system has lost it. */
        MISSING,
        /** Somebody changed it there. */
        DIFFERENT,
        /** Nobody here knows of it: to be deleted there by hand. */
        EXTRA
    }
}
