package io.konsens.agreement.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one metric add up to, of one agreement or of all below a unit. Exact: sums of what is kept, never
 * rounded; money in the period's currency to the cent, counts whole. Each sum is null if no line has such a figure, so that
 * "nobody has said anything" never looks like 0.
 *
 * <p>Counted are agreements in force: of each rep the one agreed last, or the only one there is; an adjustment counts once both
 * have confirmed it. Those withdrawn count nowhere, nor do lines that were closed because their account went to somebody else,
 * in whose agreement they go on.
 *
 * @param lines how many there are
 * @param openLines how many nobody has planned yet: the rep, or on a Zielvorgabe management. They add nothing to {@code
 *     plan}, which is therefore only comparable with {@code plannedBaseline}
 * @param baseline prior year, of every line that has one
 * @param plannedBaseline prior year of the lines that are planned
 * @param plan what the rep planned; for a line that management sets, what it set
 * @param proposal the manager's position before the talk: the last proposal; without one the plan, but only once the manager
 *     has reviewed it
 * @param agreed what both have confirmed; see {@link io.konsens.agreement.domain.AgreementState#AGREED} and later
 * @param setByManagement what management has assigned to whole agreements (Zielvorgabe), which is never called agreed
 * @param quota what is asked of the people now: the figures frozen, else the manager's position
 */
public record Figures(
        int lines,
        int openLines,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal plannedBaseline,
        @Nullable BigDecimal plan,
        @Nullable BigDecimal proposal,
        @Nullable BigDecimal agreed,
        @Nullable BigDecimal setByManagement,
        @Nullable BigDecimal quota) {

    static final Figures NONE = new Figures(0, 0, null, null, null, null, null, null, null);

    Figures plus(Figures other) {
        return new Figures(
                lines + other.lines,
                openLines + other.openLines,
                sum(baseline, other.baseline),
                sum(plannedBaseline, other.plannedBaseline),
                sum(plan, other.plan),
                sum(proposal, other.proposal),
                sum(agreed, other.agreed),
                sum(setByManagement, other.setByManagement),
                sum(quota, other.quota));
    }

    /** Null only if both are. */
    static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }
}
