package io.konsens.agreement.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The lines of one agreement and metric, summed by the database; see {@link Figures} and {@link Counts} for each. */
public record LineSums(
        String agreementId,
        String metric,
        int lines,
        int openLines,
        int openDeviations,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal plannedBaseline,
        @Nullable BigDecimal plan,
        @Nullable BigDecimal proposal,
        @Nullable BigDecimal agreed,
        @Nullable BigDecimal setByManagement,
        @Nullable BigDecimal quota) {

    Figures figures() {
        return new Figures(lines, openLines, baseline, plannedBaseline, plan, proposal, agreed, setByManagement, quota);
    }
}
