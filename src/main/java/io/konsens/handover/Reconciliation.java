package io.konsens.handover;

import io.konsens.handover.TargetConnector.RemoteTarget;
import io.konsens.handover.persistence.DifferenceMapper;
import io.konsens.handover.persistence.LedgerMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares what a system holds with what it accepted. What it has not accepted is known to be missing already. */
@Component
public class Reconciliation {

    private final Map<TargetSystem, TargetConnector> connectors;
    private final LedgerMapper ledger;
    private final DifferenceMapper differences;
    private final Clock clock;

    Reconciliation(List<TargetConnector> connectors, LedgerMapper ledger, DifferenceMapper differences, Clock clock) {
        this.connectors = connectors.stream().collect(Collectors.toMap(TargetConnector::system, Function.identity()));
        this.ledger = ledger;
        this.differences = differences;
        this.clock = clock;
    }

    /**
     * Looks at one agreement in one system, and keeps what it finds in place of what was found before.
     *
     * @return false if the system cannot be asked
     * @throws IOException if the system did not answer; what was found before stays
     */
    @Transactional(rollbackFor = IOException.class)
    public boolean check(TargetSystem system, HandoverOrder order) throws IOException {
        Optional<List<RemoteTarget>> held = connectors.get(system).read(order);
        differences.forget(system, order.agreementId());
        List<Difference> found =
                held.map(remote -> compare(system, order, remote)).orElse(List.of());
        if (!found.isEmpty()) {
            differences.add(found);
        }
        return held.isPresent();
    }

    /** What was found, by agreement and key. */
    public List<Difference> found() {
        return differences.all(null);
    }

    /** What was found of one agreement. */
    public List<Difference> found(String agreementId) {
        return differences.all(agreementId);
    }

    private List<Difference> compare(TargetSystem system, HandoverOrder order, List<RemoteTarget> remote) {
        Map<String, List<RemoteTarget>> byKey = remote.stream()
                .collect(Collectors.groupingBy(RemoteTarget::externalKey, LinkedHashMap::new, Collectors.toList()));
        Set<String> accepted = ledger.entries(order.agreementId()).stream()
                .filter(entry -> entry.system() == system && entry.revision() == order.revision())
                .filter(entry -> entry.status() == HandoverStatus.ACCEPTED)
                .map(LedgerEntry::lineId)
                .collect(Collectors.toSet());
        Instant now = clock.instant();
        List<Difference> found = new ArrayList<>();
        for (TargetLine line : order.lines()) {
            String key = TargetConnector.externalKey(order, line);
            if (byKey.getOrDefault(key, List.of()).size() > 1) {
                // Sending again would not help: the one too many is told of as extra.
                continue;
            }
            RemoteTarget there = byKey.containsKey(key) ? byKey.remove(key).get(0) : null;
            Difference.Kind kind = kind(order, line, there);
            if (kind != null && accepted.contains(line.lineId())) {
                found.add(difference(system, order, key, kind, line, there, now));
            }
        }
        byKey.forEach((key, there) ->
                found.add(difference(system, order, key, Difference.Kind.EXTRA, null, there.get(0), now)));
        return found;
    }

    private static Difference.@Nullable Kind kind(HandoverOrder order, TargetLine line, @Nullable RemoteTarget there) {
        if (there == null) {
            return Difference.Kind.MISSING;
        }
        boolean sameAmount = there.amount() != null && there.amount().compareTo(line.amount()) == 0;
        boolean sameCurrency =
                !line.unit().equals("CURRENCY") || order.currency().equals(there.currency());
        return sameAmount && sameCurrency ? null : Difference.Kind.DIFFERENT;
    }

    private static Difference difference(
            TargetSystem system,
            HandoverOrder order,
            String key,
            Difference.Kind kind,
            @Nullable TargetLine line,
            @Nullable RemoteTarget there,
            Instant now) {
        return new Difference(
                system,
                order.agreementId(),
                key,
                line == null ? null : line.lineId(),
                kind,
                line == null ? null : line.amount(),
                there == null ? null : there.amount(),
                there == null ? null : there.currency(),
                now);
    }
}
