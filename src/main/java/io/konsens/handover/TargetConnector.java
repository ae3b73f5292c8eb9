package io.konsens.handover;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way into one target system. It must be idempotent: the same lines may be sent again after a crash. */
public interface TargetConnector {

    TargetSystem system();

    /** How many lines one call of {@link #send} may carry; what became of them is kept before the next ones are sent. */
    int mostLinesAtOnce();

    /** The key under which a system keeps a line. Without the revision: a later one replaces the figure. */
    static String externalKey(HandoverOrder order, TargetLine line) {
        return keyPrefix(order) + line.lineId();
    }

    /** What the keys of all lines of an agreement begin with, and no other agreement's. */
    static String keyPrefix(HandoverOrder order) {
        return order.agreementId() + ":";
    }

    /**
     * Sends lines of an order.
     *
     * @param chunk those to send now, a part of {@code order.lines()}
     * @return one result for each line of the chunk
     * @throws IOException if it is worth trying again later; nothing is known about any line of the chunk then
     */
    List<LineResult> send(HandoverOrder order, List<TargetLine> chunk) throws IOException;

    /**
     * Told once the system has accepted every line of an order, and again whenever that may have got lost.
     *
     * @throws IOException if it is worth trying again later
     */
    default void accepted(HandoverOrder order) throws IOException {}

    /**
     * Reads back what the system holds of an agreement, whatever its revision.
     *
     * @return every figure under a key of this agreement; empty if the system cannot be asked, or keeps nothing once it
     *     has read it
     * @throws IOException if it is worth trying again later
     */
    Optional<List<RemoteTarget>> read(HandoverOrder order) throws IOException;

    /**
     * A figure as a system holds it.
     *
     * @param externalKey see {@link #externalKey}
     * @param amount null if the system holds the record without a figure
     * @param currency ISO 4217; null for figures that are no money
     */
    record RemoteTarget(
            String externalKey,
            @Nullable BigDecimal amount,
            @Nullable String currency) {

        /** A figure of a few characters may stand for more digits than fit into memory. */
        private static final int MOST_DIGITS = 50;

        /** A figure as a system wrote it, perhaps with an exponent; null if it is none. */
        public static @Nullable BigDecimal amount(String text) {
            if (text.length() > MOST_DIGITS) {
                return null;
            }
            try {
                BigDecimal amount = new BigDecimal(text);
                return Math.abs(amount.scale()) > MOST_DIGITS ? null : amount;
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /**
     * What became of a line.
     *
     * @param status FAILED if this line is worth trying again later
     * @param error in the system's words; null if it took the line
     */
    record LineResult(
            String lineId,
            HandoverStatus status,
            @Nullable String remoteId,
            @Nullable String error) {

        public static LineResult accepted(String lineId, @Nullable String remoteId) {
            return new LineResult(lineId, HandoverStatus.ACCEPTED, remoteId, null);
        }

        public static LineResult rejected(String lineId, String error) {
            return new LineResult(lineId, HandoverStatus.REJECTED, null, error);
        }

        public static LineResult failed(String lineId, String error) {
            return new LineResult(lineId, HandoverStatus.FAILED, null, error);
        }
    }
}
