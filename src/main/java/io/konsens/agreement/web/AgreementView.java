package io.konsens.agreement.web;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Proration;
import io.konsens.agreement.domain.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with its lines, and all the grid needs to show them.
 *
 * @param adjusts of an adjustment: the agreement it is to change; null otherwise, as the two after it
 * @param effectiveFrom first day the adjustment applies to
 * @param late whether most of the period is over when the adjustment takes effect
 * @param revisions all agreements of the rep for the period
 * @param proration which part of the period it applies to; null for the whole
 * @param allowed what the caller may do now
 * @param changed ids of the lines others have changed since the caller completed a step last
 * @param viewer login of the caller
 * @param last after which entry of the record one may ask for what has changed since
 * @param productGroups those a line may be added for
 * @param rules what process owners wrote about the rules that say whether a plan is unusual, by rule id
 * @param declineReason why the last confirmation was declined; null unless the talk was reopened by that
 * @param sha256 of the frozen figures; null while they can change
 */
record AgreementView(
        String id,
        String periodId,
        String repId,
        String repName,
        String managerId,
        String managerName,
        AgreementState state,
        int round,
        int roundsAllowed,
        int revision,
        @Nullable String adjusts,
        @Nullable LocalDate effectiveFrom,
        @Nullable String adjustmentReason,
        boolean late,
        List<Revision> revisions,
        String currency,
        @Nullable Proration proration,
        @Nullable Instant stepDue,
        List<String> allowed,
        boolean reopened,
        @Nullable String declineReason,
        @Nullable String sha256,
        int processVersion,
        Collection<Metric> metrics,
        List<AccountView> accounts,
        List<String> productGroups,
        Set<String> changed,
        String viewer,
        long last,
        Map<String, String> rules,
        List<LineView> lines) {

    record AccountView(String id, String name) {}
}
