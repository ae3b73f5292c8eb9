package io.konsens.agreement.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an adjustment was agreed to be so far.
 *
 * @param lineId of the first revision that had this figure: the systems know it under this id
 * @param agreed in the metric's unit, for the whole period
 * @param elapsed how much of it is for days before the adjustment takes effect, see {@link Adjusting#elapsed}; null for
 *     metrics that do not add up over time
 */
public record FormerTarget(
        String lineId, BigDecimal agreed, @Nullable BigDecimal elapsed) {

    /** Whether a new figure would change what was agreed for days gone by: a remainder is never less than nothing. */
    boolean forbids(BigDecimal figure) {
        return elapsed != null && figure.compareTo(elapsed) < 0;
    }
}
