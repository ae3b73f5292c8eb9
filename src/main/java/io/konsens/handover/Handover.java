package io.konsens.handover;

import io.konsens.handover.TargetConnector.LineResult;
import io.konsens.handover.persistence.DifferenceMapper;
import io.konsens.handover.persistence.LedgerMapper;
import io.konsens.platform.http.RemoteMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands orders over, at least once and without double effect: systems keep each line under a stable key, and the ledger
 * is written in transactions of its own, so that what a system accepted is known even if the caller's transaction fails.
 */
@Component
public class Handover {

    /** Of the ledger in one statement, which has room for 65,535 values. */
    private static final int ROWS_AT_ONCE = 1_000;

    private static final Set<HandoverStatus> SETTLED = EnumSet.of(HandoverStatus.ACCEPTED, HandoverStatus.REJECTED);

    private final Map<TargetSystem, TargetConnector> connectors;
    private final LedgerMapper ledger;
    private final DifferenceMapper differences;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final HandoverProperties properties;

    Handover(
            List<TargetConnector> connectors,
            LedgerMapper ledger,
            DifferenceMapper differences,
            PlatformTransactionManager transactions,
            Clock clock,
            HandoverProperties properties) {
        this.connectors = connectors.stream().collect(Collectors.toMap(TargetConnector::system, Function.identity()));
        for (TargetSystem system : TargetSystem.values()) {
            if (!this.connectors.containsKey(system)) {
                throw new IllegalStateException("No way into the " + system + ": write konsens."
                        + system.name().toLowerCase(Locale.ROOT) + ".kind as the documentation does");
            }
        }
        this.ledger = ledger;
        this.differences = differences;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Sends what the system has neither accepted nor rejected yet, chunk by chunk. A late retry of an old revision does
     * nothing: it would overwrite newer figures. Two who hand over the same agreement take turns, so that the second sees
     * what the first has done: a job whose lock ran out may well run twice at a time.
     *
     * <p>Nothing is sent to a system that follows another until that one has accepted everything.
     *
     * @throws UncheckedIOException if it is worth trying again later
     */
    @Transactional
    public void transfer(TargetSystem system, HandoverOrder order) {
        ledger.lock(system, order.agreementId());
        List<LedgerEntry> known = entries(system, order.agreementId());
        if (known.stream().anyMatch(entry -> entry.revision() > order.revision()) || waitsForLeader(system, order)) {
            return;
        }
        Map<String, LedgerEntry> settled = settled(known, order);
        List<TargetLine> pending = order.lines().stream()
                .filter(line -> !settled.containsKey(line.lineId()))
                .toList();
        TargetConnector connector = connectors.get(system);
        for (int sent = 0; sent < pending.size(); sent += connector.mostLinesAtOnce()) {
            int end = (int) Math.min(pending.size(), (long) sent + connector.mostLinesAtOnce());
            send(connector, order, pending.subList(sent, end));
        }
        if (statuses(system, order).allMatch(HandoverStatus.ACCEPTED::equals)) {
            try {
                connector.accepted(order);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        system + " has every line of agreement " + order.agreementId() + ", but: " + e, e);
            }
        }
    }

    /** How far an order has come. */
    public enum Progress {
        /** Both systems have accepted every line. */
        COMPLETE,
        /** Something is still to be sent. */
        OPEN,
        /** Nothing goes on until a person has mended what a system rejected. */
        REJECTED
    }

    public Progress progress(HandoverOrder order) {
        List<HandoverStatus> statuses = Arrays.stream(TargetSystem.values())
                .flatMap(system -> statuses(system, order))
                .toList();
        if (statuses.contains(HandoverStatus.REJECTED)) {
            return Progress.REJECTED;
        }
        return statuses.stream().allMatch(HandoverStatus.ACCEPTED::equals) ? Progress.COMPLETE : Progress.OPEN;
    }

    /**
     * Has lines sent again with the next transfer, whatever became of them before; those never sent are sent then anyway.
     *
     * @param system null for both
     * @param lineIds null for every line
     */
    @Transactional
    public void release(HandoverOrder order, @Nullable TargetSystem system, @Nullable List<String> lineIds) {
        ledger.release(order.agreementId(), order.revision(), system, lineIds, clock.instant());
    }

    /** The same for what a system rejected. */
    @Transactional
    public void releaseRejected(HandoverOrder order) {
        ledger.releaseRejected(order.agreementId(), order.revision(), clock.instant());
    }

    private boolean waitsForLeader(TargetSystem system, HandoverOrder order) {
        TargetSystem leader = properties.leader();
        return leader != null && leader != system && !statuses(leader, order).allMatch(HandoverStatus.ACCEPTED::equals);
    }

    /** Of every line in this system; PENDING where nothing is settled. */
    private Stream<HandoverStatus> statuses(TargetSystem system, HandoverOrder order) {
        Map<String, LedgerEntry> settled = settled(entries(system, order.agreementId()), order);
        return order.lines().stream()
                .map(line -> settled.get(line.lineId()))
                .map(entry -> entry == null ? HandoverStatus.PENDING : entry.status());
    }

    /** What every system is known to have taken, by system, revision and line. */
    public List<LedgerEntry> ledger(String agreementId) {
        return ledger.entries(agreementId);
    }

    /** The whole ledger in numbers. */
    public List<LineCount> counts() {
        return ledger.counts();
    }

    private List<LedgerEntry> entries(TargetSystem system, String agreementId) {
        return ledger.entries(agreementId).stream()
                .filter(entry -> entry.system() == system)
                .toList();
    }

    /** By line, what the system has accepted or rejected of this very order. */
    private static Map<String, LedgerEntry> settled(List<LedgerEntry> known, HandoverOrder order) {
        Map<String, String> hashes =
                order.lines().stream().collect(Collectors.toMap(TargetLine::lineId, line -> line.payloadHash(order)));
        return known.stream()
                .filter(entry -> entry.revision() == order.revision())
                .filter(entry -> SETTLED.contains(entry.status()))
                .filter(entry -> entry.payloadHash().equals(hashes.get(entry.lineId())))
                .collect(Collectors.toMap(LedgerEntry::lineId, Function.identity()));
    }

    private void send(TargetConnector connector, HandoverOrder order, List<TargetLine> chunk) {
        Map<String, LineResult> results;
        try {
            results = connector.send(order, chunk).stream()
                    .collect(Collectors.toMap(LineResult::lineId, Function.identity()));
        } catch (IOException e) {
            write(
                    connector.system(),
                    order,
                    chunk,
                    line -> LineResult.failed(line.lineId(), RemoteMessage.shortened(e.toString())));
            throw new UncheckedIOException(
                    connector.system() + " could not take agreement " + order.agreementId() + ": " + e, e);
        }
        write(connector.system(), order, chunk, line -> outcome(line, results));
        Optional<LineResult> failed = chunk.stream()
                .map(line -> outcome(line, results))
                .filter(result -> result.status() == HandoverStatus.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            throw new UncheckedIOException(new IOException(connector.system()
                    + " could not yet take every line of agreement " + order.agreementId() + ": "
                    + failed.get().error()));
        }
    }

    private static LineResult outcome(TargetLine line, Map<String, LineResult> results) {
        return results.getOrDefault(
                line.lineId(), LineResult.failed(line.lineId(), "The system did not say what became of this line"));
    }

    private void write(
            TargetSystem system,
            HandoverOrder order,
            List<TargetLine> lines,
            Function<TargetLine, LineResult> outcomes) {
        List<LedgerEntry> entries = lines.stream()
                .map(line -> {
                    LineResult outcome = outcomes.apply(line);
                    return new LedgerEntry(
                            system,
                            line.lineId(),
                            order.revision(),
                            line.payloadHash(order),
                            outcome.status(),
                            outcome.remoteId(),
                            1,
                            outcome.error(),
                            clock.instant());
                })
                .toList();
        ownTransaction.executeWithoutResult(status -> {
            for (int written = 0; written < entries.size(); written += ROWS_AT_ONCE) {
                ledger.record(
                        order.agreementId(),
                        entries.subList(written, Math.min(entries.size(), written + ROWS_AT_ONCE)));
            }
            List<String> accepted = entries.stream()
                    .filter(entry -> entry.status() == HandoverStatus.ACCEPTED)
                    .map(LedgerEntry::lineId)
                    .toList();
            if (!accepted.isEmpty()) {
                differences.settle(system, order.agreementId(), accepted);
            }
        });
    }
}
