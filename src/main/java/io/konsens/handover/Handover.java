package io.konsens.handover;

import io.konsens.handover.TargetConnector.LineResult;
import io.konsens.handover.persistence.LedgerMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final Map<TargetSystem, TargetConnector> connectors;
    private final LedgerMapper ledger;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    Handover(
            List<TargetConnector> connectors,
            LedgerMapper ledger,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.connectors = connectors.stream().collect(Collectors.toMap(TargetConnector::system, Function.identity()));
        this.ledger = ledger;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Sends what the system has neither accepted nor rejected yet, chunk by chunk. A late retry of an old revision does
     * nothing: it would overwrite newer figures. Two who hand over the same agreement take turns, so that the second sees
     * what the first has done: a job whose lock ran out may well run twice at a time.
     *
     * @throws UncheckedIOException if it is worth trying again later
     */
    @Transactional
    public void transfer(TargetSystem system, HandoverOrder order) {
        ledger.lock(system, order.agreementId());
        List<LedgerEntry> known = entries(system, order.agreementId());
        if (known.stream().anyMatch(entry -> entry.revision() > order.revision())) {
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
    }

    /** The systems that have not accepted every line of this order: empty once it is handed over. */
    public List<TargetSystem> missing(HandoverOrder order) {
        return Arrays.stream(TargetSystem.values())
                .filter(system -> {
                    Map<String, LedgerEntry> settled = settled(entries(system, order.agreementId()), order);
                    return !order.lines().stream()
                            .map(line -> settled.get(line.lineId()))
                            .allMatch(entry -> entry != null && entry.status() == HandoverStatus.ACCEPTED);
                })
                .toList();
    }

    /** What every system is known to have taken, by system, revision and line. */
    public List<LedgerEntry> ledger(String agreementId) {
        return ledger.entries(agreementId);
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
                .filter(entry -> entry.status() != HandoverStatus.FAILED)
                .filter(entry -> entry.payloadHash().equals(hashes.get(entry.lineId())))
                .collect(Collectors.toMap(LedgerEntry::lineId, Function.identity()));
    }

    private void send(TargetConnector connector, HandoverOrder order, List<TargetLine> chunk) {
        Map<String, LineResult> results;
        try {
            results = connector.send(order, chunk).stream()
                    .collect(Collectors.toMap(LineResult::lineId, Function.identity()));
        } catch (IOException e) {
            write(connector.system(), order, chunk, line -> LineResult.failed(line.lineId(), e.toString()));
            throw new UncheckedIOException(
                    connector.system() + " could not take agreement " + order.agreementId() + ": " + e, e);
        }
        write(connector.system(), order, chunk, line -> outcome(line, results));
        if (chunk.stream().anyMatch(line -> outcome(line, results).status() == HandoverStatus.FAILED)) {
            throw new UncheckedIOException(new IOException(
                    connector.system() + " could not yet take every line of agreement " + order.agreementId()));
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
        });
    }
}
