package io.konsens.handover;

import io.konsens.handover.TargetConnector.LineResult;
import io.konsens.handover.persistence.LedgerMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands orders over, at least once and without double effect: systems keep each line under a stable key, and the ledger
 * is written in transactions of its own, so that what a system accepted is known even if the caller's transaction fails.
 */
@Component
public class Handover {

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
     * Sends what the system has not accepted yet. A late retry of an old revision does nothing: it would overwrite newer
     * figures.
     *
     * @throws UncheckedIOException if it is worth trying again later
     */
    public void transfer(TargetSystem system, HandoverOrder order) {
        List<LedgerEntry> known = ledger.entries(order.agreementId()).stream()
                .filter(entry -> entry.system() == system)
                .toList();
        if (known.stream().anyMatch(entry -> entry.revision() > order.revision())) {
            return;
        }
        List<TargetLine> pending = order.lines().stream()
                .filter(line -> known.stream().noneMatch(entry -> isSettled(entry, line, order)))
                .toList();
        if (pending.isEmpty()) {
            return;
        }
        try {
            Map<String, LineResult> results = connectors.get(system).send(order, pending).stream()
                    .collect(Collectors.toMap(LineResult::lineId, Function.identity()));
            write(system, order, pending, line -> outcome(results.get(line.lineId())));
        } catch (IOException e) {
            write(system, order, pending, line -> new Outcome(HandoverStatus.FAILED, null, e.toString()));
            throw new UncheckedIOException(system + " could not take agreement " + order.agreementId() + ": " + e, e);
        }
    }

    /** What every system is known to have taken, by system and line; older revisions included. */
    public List<LedgerEntry> ledger(String agreementId) {
        return ledger.entries(agreementId);
    }

    private record Outcome(
            HandoverStatus status,
            @Nullable String remoteId,
            @Nullable String error) {}

    private static Outcome outcome(@Nullable LineResult result) {
        if (result == null) {
            return new Outcome(HandoverStatus.FAILED, null, "The system did not say what became of this line");
        }
        return new Outcome(
                result.error() == null ? HandoverStatus.ACCEPTED : HandoverStatus.REJECTED,
                result.remoteId(),
                result.error());
    }

    private void write(
            TargetSystem system, HandoverOrder order, List<TargetLine> lines, Function<TargetLine, Outcome> outcomes) {
        ownTransaction.executeWithoutResult(status -> lines.forEach(line -> {
            Outcome outcome = outcomes.apply(line);
            ledger.record(
                    order.agreementId(),
                    new LedgerEntry(
                            system,
                            line.lineId(),
                            order.revision(),
                            payloadHash(order, line),
                            outcome.status(),
                            outcome.remoteId(),
                            1,
                            outcome.error(),
                            clock.instant()));
        }));
    }

    private static boolean isSettled(LedgerEntry entry, TargetLine line, HandoverOrder order) {
        return entry.lineId().equals(line.lineId())
                && entry.revision() == order.revision()
                && entry.status() != HandoverStatus.FAILED
                && entry.payloadHash().equals(payloadHash(order, line));
    }

    private static String payloadHash(HandoverOrder order, TargetLine line) {
        String payload = String.join(
                "\t",
                TargetConnector.externalKey(order.agreementId(), line),
                order.currency(),
                line.metric(),
                String.valueOf(line.accountId()),
                String.valueOf(line.productGroup()),
                line.amount().toPlainString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
