package io.konsens.agreement.domain;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.List;

/** Somebody else changed the line after the sender had seen it. */
public final class StaleLine extends Refusal {

    private final String lineId;

    StaleLine(PlanLine line) {
        super(Kind.CONFLICT, List.of(new Problem(line.position(), "version", "line.stale")));
        this.lineId = line.lineId();
    }

    /** The same refusal, with the line as it is now for the sender to choose from. */
    public StaleLine showing(Object currentLine) {
        with("line", currentLine);
        return this;
    }

    public String lineId() {
        return lineId;
    }
}
