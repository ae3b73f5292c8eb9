package io.konsens.handover.erp;

import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.http.RemoteCalls.Answer;
import io.konsens.platform.http.RemoteMessage;
import io.konsens.platform.odata.ODataClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * Keeps each agreed figure in SAP under its external key, one call for each: whether {@code $batch} treats its parts as
 * one, and in which format it comes, differs from service to service; a call of its own means the same to all.
 */
class SapConnector implements TargetConnector {

    /** What is sent between two entries in the ledger, and again after a crash. */
    private static final int LINES = 50;

    private final TargetSet targets;
    private final CsrfSession session;

    SapConnector(TargetSet targets, CsrfSession session) {
        this.targets = targets;
        this.session = session;
    }

    @Override
    public TargetSystem system() {
        return TargetSystem.ERP;
    }

    @Override
    public int mostLinesAtOnce() {
        return LINES;
    }

    /** Once SAP cannot be reached, the rest waits: what has arrived before is known. */
    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) {
        List<LineResult> results = new ArrayList<>();
        try {
            for (TargetLine line : chunk) {
                results.add(send(order, line));
            }
        } catch (IOException e) {
            chunk.subList(results.size(), chunk.size())
                    .forEach(line ->
                            results.add(LineResult.failed(line.lineId(), RemoteMessage.shortened(e.toString()))));
        }
        return results;
    }

    private LineResult send(HandoverOrder order, TargetLine line) throws IOException {
        Answer answer = session.exchange(
                HttpMethod.PATCH, targets.uri(TargetConnector.externalKey(order, line)), targets.change(order, line));
        return Outcome.of(
                line.lineId(),
                answer.status(),
                ODataClient.body(answer),
                answer.headers().getFirst("OData-EntityId"));
    }

    @Override
    public Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException {
        return Optional.of(targets.read(order));
    }
}
