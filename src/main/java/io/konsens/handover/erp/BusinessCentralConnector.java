package io.konsens.handover.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.konsens.handover.HandoverOrder;
import io.konsens.handover.TargetConnector;
import io.konsens.handover.TargetLine;
import io.konsens.handover.TargetSystem;
import io.konsens.handover.erp.Batch.Part;
import io.konsens.handover.erp.Batch.PartAnswer;
import io.konsens.platform.http.RefusedException;
import io.konsens.platform.http.RemoteMessage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Keeps each agreed figure in Business Central, which cannot upsert: targets are looked for, a hundred in a call, then
 * those found are changed, unless somebody else has changed them in between, and the others are created.
 */
class BusinessCentralConnector implements TargetConnector {

    private final TargetSet targets;
    private final Batch batch;

    BusinessCentralConnector(TargetSet targets, Batch batch) {
        this.targets = targets;
        this.batch = batch;
    }

    @Override
    public TargetSystem system() {
        return TargetSystem.ERP;
    }

    @Override
    public int mostLinesAtOnce() {
        return Batch.MOST_PARTS;
    }

    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) throws IOException {
        Map<String, LineResult> results = new LinkedHashMap<>();
        List<TargetLine> overtaken = upsert(order, chunk, results);
        try {
            // Somebody was faster: once more, from what is there now.
            upsert(order, overtaken, results);
        } catch (IOException e) {
            overtaken.forEach(line -> results.put(line.lineId(), failed(line, e.toString())));
        }
        return List.copyOf(results.values());
    }

    /**
     * Sends lines.
     *
     * @param results told what became of each line; nothing of one the system said nothing about
     * @return lines whose entity changed, came or went between the look and the writing
     */
    private List<TargetLine> upsert(HandoverOrder order, List<TargetLine> lines, Map<String, LineResult> results)
            throws IOException {
        Map<String, Part> searches = new LinkedHashMap<>();
        for (TargetLine line : lines) {
            URI uri = targets.search(TargetConnector.externalKey(order, line));
            searches.put(line.lineId(), new Part(HttpMethod.GET, uri, Map.of(), null));
        }
        Map<String, PartAnswer> found = batch.send(searches);
        Map<String, Part> writes = new LinkedHashMap<>();
        for (TargetLine line : lines) {
            PartAnswer answer = found.get(line.lineId());
            JsonNode entities =
                    answer == null ? MissingNode.getInstance() : answer.body().path("value");
            if (answer != null && !entities.isArray()) {
                // The same question is asked for every line: what is wrong with it is no line's fault.
                results.put(line.lineId(), failed(line, answer.text()));
            } else if (entities.size() > 1) {
                results.put(
                        line.lineId(), LineResult.rejected(line.lineId(), entities.size() + " targets have its key"));
            } else if (answer != null) {
                writes.put(line.lineId(), write(order, line, entities.path(0)));
            }
        }
        Map<String, PartAnswer> written = batch.send(writes);
        List<TargetLine> overtaken = new ArrayList<>();
        for (TargetLine line : lines) {
            PartAnswer answer = written.get(line.lineId());
            if (answer != null) {
                results.put(line.lineId(), result(line, answer));
                if (isOvertaken(writes.get(line.lineId()), answer)) {
                    overtaken.add(line);
                }
            }
        }
        return overtaken;
    }

    /** @param found missing if there is none */
    private Part write(HandoverOrder order, TargetLine line, JsonNode found) throws IOException {
        if (found.isMissingNode()) {
            return new Part(HttpMethod.POST, targets.uri(), Map.of(), targets.entity(order, line));
        }
        return new Part(
                HttpMethod.PATCH,
                targets.uri(found),
                Map.of(HttpHeaders.IF_MATCH, found.path("@odata.etag").asText("*")),
                targets.change(order, line));
    }

    private static boolean isOvertaken(Part write, PartAnswer answer) {
        return switch (answer.status()) {
            case 409, 412 -> true;
            case 404 -> write.method() == HttpMethod.PATCH;
            default -> answer.text().contains("EntityWithSameKeyExists");
        };
    }

    private LineResult result(TargetLine line, PartAnswer answer) {
        try {
            return Outcome.of(line.lineId(), answer.status(), answer.body(), targets.id(answer.body()));
        } catch (RefusedException e) {
            return failed(line, e.toString());
        }
    }

    private static LineResult failed(TargetLine line, String why) {
        return LineResult.failed(line.lineId(), RemoteMessage.shortened(why));
    }

    @Override
    public Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException {
        return Optional.of(targets.read(order));
    }
}
