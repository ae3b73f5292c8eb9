package io.konsens.handover;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps amounts under their external key, as a real system does, at most two lines at once. */
public class FakeSystem implements TargetConnector {

    private final TargetSystem system;

    final Map<String, BigDecimal> figures = new HashMap<>();
    String currency = "EUR";
    boolean canBeRead = true;
    final List<List<String>> calls = new ArrayList<>();
    final Set<String> rejects = new HashSet<>();
    final Set<String> silentAbout = new HashSet<>();
    int callsUntilOutage = Integer.MAX_VALUE;
    Runnable whileSending = () -> {};

    public FakeSystem(TargetSystem system) {
        this.system = system;
    }

    @Override
    public TargetSystem system() {
        return system;
    }

    @Override
    public int mostLinesAtOnce() {
        return 2;
    }

    @Override
    public List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) throws IOException {
        calls.add(chunk.stream().map(TargetLine::lineId).toList());
        if (callsUntilOutage-- <= 0) {
            throw new IOException("503 Service Unavailable");
        }
        whileSending.run();
        List<LineResult> results = new ArrayList<>();
        for (TargetLine line : chunk) {
            if (rejects.contains(line.lineId())) {
                results.add(LineResult.rejected(line.lineId(), "Unknown personnel number"));
            } else {
                figures.put(TargetConnector.externalKey(order, line), line.amount());
                results.add(LineResult.accepted(line.lineId(), "remote-" + line.lineId()));
            }
        }
        results.removeIf(result -> silentAbout.contains(result.lineId()));
        return results;
    }

    @Override
    public Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException {
        if (callsUntilOutage-- <= 0) {
            throw new IOException("503 Service Unavailable");
        }
        return canBeRead
                ? Optional.of(figures.entrySet().stream()
                        .map(figure -> new RemoteTarget(figure.getKey(), figure.getValue(), currency))
                        .toList())
                : Optional.empty();
    }
}
