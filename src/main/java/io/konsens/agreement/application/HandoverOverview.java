package io.konsens.agreement.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.Agreements;
import io.konsens.handover.Difference;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LineCount;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How far every agreed target has come on its way into the systems. */
@Component
public class HandoverOverview {

    private final Agreements agreements;
    private final Handover handover;
    private final ReconcileTargets reconcileTargets;

    HandoverOverview(Agreements agreements, Handover handover, ReconcileTargets reconcileTargets) {
        this.agreements = agreements;
        this.handover = handover;
        this.reconcileTargets = reconcileTargets;
    }

    /**
     * One agreement on its way.
     *
     * @param lines how many are in which status; a system that was told of none is missing
     * @param differs whether a system holds something else than it accepted
     */
    public record Way(
            AgreementSummary agreement, Map<TargetSystem, Map<HandoverStatus, Integer>> lines, boolean differs) {

        /** Whether somebody should look after it. */
        public boolean hasProblem() {
            return differs
                    || lines.values().stream()
                            .flatMap(byStatus -> byStatus.keySet().stream())
                            .anyMatch(status -> status != HandoverStatus.ACCEPTED)
                    || (agreement.state() == AgreementState.AGREED && !lines.isEmpty());
        }
    }

    /** All agreements both sides have confirmed, by period and rep. */
    public List<Way> ways(Caller caller) {
        Set<String> differing = reconcileTargets.found(caller).stream()
                .map(Difference::agreementId)
                .collect(toSet());
        Map<String, List<LineCount>> counts = handover.counts().stream().collect(groupingBy(LineCount::agreementId));
        return agreements.list(null, null).stream()
                .filter(agreement -> agreement.inForce() && HandoverOrders.AGREED.contains(agreement.state()))
                .map(agreement -> new Way(
                        agreement,
                        byStatus(counts.getOrDefault(agreement.firstId(), List.of()), agreement.revision()),
                        differing.contains(agreement.firstId())))
                .toList();
    }

    private static Map<TargetSystem, Map<HandoverStatus, Integer>> byStatus(List<LineCount> counts, int revision) {
        return counts.stream()
                .filter(count -> count.revision() == revision)
                .collect(groupingBy(LineCount::system, toMap(LineCount::status, LineCount::lines)));
    }
}
