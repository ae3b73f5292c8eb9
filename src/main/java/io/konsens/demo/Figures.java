package io.konsens.demo;

import io.konsens.agreement.domain.PlanLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures people come up with: round, and near what was before. */
final class Figures {

    static final BigDecimal NEW_BUSINESS = new BigDecimal(12_000);

    private static final int[] PLAN_PERCENT = {104, 107, 98, 112, 102, 109, 95, 105, 115, 100, 108, 103};
    private static final int[] MORE_PERCENT = {106, 109, 105, 108, 111};
    private static final int BIG_PERCENT = 155;
    private static final BigDecimal SMALL = new BigDecimal(2_000);

    private final int taste;

    /** @param taste what makes one person's plans differ from another's */
    Figures(int taste) {
        this.taste = taste;
    }

    BigDecimal plan(PlanLine line) {
        return round(
                percent(line.baseline(), PLAN_PERCENT[Math.floorMod(taste + line.position(), PLAN_PERCENT.length)]));
    }

    BigDecimal big(PlanLine line) {
        return round(percent(line.baseline(), BIG_PERCENT));
    }

    /** Already so far above the baseline that nobody asks for more. */
    boolean isBig(PlanLine line) {
        return Objects.requireNonNull(line.plan()).compareTo(big(line)) >= 0;
    }

    BigDecimal oneMore(PlanLine line) {
        return Objects.requireNonNullElse(line.baseline(), BigDecimal.ZERO).add(BigDecimal.ONE);
    }

    BigDecimal more(PlanLine line) {
        return round(percent(line.plan(), MORE_PERCENT[Math.floorMod(taste + line.position(), MORE_PERCENT.length)]));
    }

    BigDecimal between(PlanLine line) {
        return round(Objects.requireNonNull(line.plan())
                .add(Objects.requireNonNull(line.proposal()))
                .divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal percent(@Nullable BigDecimal figure, int percent) {
        return Objects.requireNonNull(figure)
                .multiply(new BigDecimal(percent))
                .divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal round(BigDecimal figure) {
        int digits = figure.compareTo(SMALL) < 0 ? -1 : -2;
        return figure.setScale(digits, RoundingMode.HALF_UP).setScale(0, RoundingMode.UNNECESSARY);
    }
}
