package io.konsens.handover;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way into one target system. It must be idempotent: the same lines may be sent again after a crash. */
public interface TargetConnector {

    TargetSystem system();

    /** The key under which a system keeps a line. Without the revision: a later one replaces the figure. */
    static String externalKey(String agreementId, TargetLine line) {
        return agreementId + ":" + line.lineId();
    }

    /**
     * Sends lines of an order.
     *
     * @param pending those not accepted yet, a part of {@code order.lines()}
     * @return one result for each pending line
     * @throws IOException if it is worth trying again later; nothing is known about any line then
     */
    List<LineResult> send(HandoverOrder order, List<TargetLine> pending) throws IOException;

    /** @param error why the system will never take the line as it is; null if it took it */
    record LineResult(
            String lineId,
            @Nullable String remoteId,
            @Nullable String error) {}
}
