package io.konsens.agreement.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * From a baseline to what is planned.
 *
 * @param baseline in the agreement's currency, zero where there was none
 * @param planned in the same
 */
public record Movement(BigDecimal baseline, BigDecimal planned) {

    static final Movement NONE = new Movement(BigDecimal.ZERO, BigDecimal.ZERO);

    Movement plus(Movement other) {
        return new Movement(baseline.add(other.baseline), planned.add(other.planned));
    }

    public BigDecimal change() {
        return planned.subtract(baseline);
    }

    /** The change as a share of the baseline, rounded half up to one decimal; null where the baseline is zero. */
    public @Nullable BigDecimal percent() {
        return baseline.signum() == 0
                ? null
                : change().multiply(new BigDecimal(100)).divide(baseline.abs(), 1, RoundingMode.HALF_UP);
    }
}
