package io.konsens.agreement.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one metric comes to at a place in the hierarchy, bottom-up and top-down. Amounts as in {@link Figures}.
 *
 * @param expectation what management expects of this org unit with all below it; null where nothing is expected, for teams
 *     and people, and for those who may not see it
 * @param handedDown what was assigned right below: the expectation of each unit there, or what was handed down in it if it
 *     has none, and the quota of everybody who is in no unit below; null where nothing was assigned yet
 */
public record Totals(
        Figures figures,
        @Nullable BigDecimal expectation,
        @Nullable BigDecimal handedDown) {

    /** Top-down gap: the expectation minus what is planned. Negative where more is planned than expected. */
    public @Nullable BigDecimal topDownGap() {
        return expectation == null || figures.plan() == null ? expectation : expectation.subtract(figures.plan());
    }

    /**
     * What was assigned below in excess of what is expected here (Überverteilung): the buffer of this level, and of this
     * level only. Negative where something has not been handed down yet.
     */
    public @Nullable BigDecimal overAssignment() {
        return expectation == null || handedDown == null ? null : handedDown.subtract(expectation);
    }

    /** What a level above counts as assigned here. */
    @Nullable
    BigDecimal assigned() {
        return expectation == null ? handedDown : expectation;
    }
}
