package io.konsens.agreement.progress;

import io.konsens.agreement.domain.AgreementState;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many agreements stand how, at a place in the hierarchy.
 *
 * @param agreements all, with those withdrawn
 * @param byState without states nobody is in
 * @param overdue whose present step should have been done by now
 * @param openLines lines nobody has planned yet, of every metric
 * @param openDeviations lines without consensus, as long as they are negotiated: the last proposal is not accepted, and the
 *     talk has brought no value yet
 */
public record Counts(
        int agreements, Map<AgreementState, Integer> byState, int overdue, int openLines, int openDeviations) {

    static final Counts NONE = new Counts(0, Map.of(), 0, 0, 0);

    static Counts of(AgreementState state, boolean overdue, int openLines, int openDeviations) {
        return new Counts(1, Map.of(state, 1), overdue ? 1 : 0, openLines, openDeviations);
    }

    Counts plus(Counts other) {
        Map<AgreementState, Integer> both = new EnumMap<>(AgreementState.class);
        both.putAll(byState);
        other.byState.forEach((state, count) -> both.merge(state, count, Integer::sum));
        return new Counts(
                agreements + other.agreements,
                both,
                overdue + other.overdue,
                openLines + other.openLines,
                openDeviations + other.openDeviations);
    }
}
