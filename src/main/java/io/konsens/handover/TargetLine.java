package io.konsens.handover;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One agreed figure.
 *
 * @param unit CURRENCY, PERCENT or COUNT
 * @param accountId null for a figure of the whole agreement
 * @param productGroup null where the metric is not planned by product group
 * @param amount in the unit; amounts of money in the order's currency
 */
public record TargetLine(
        String lineId,
        String metric,
        String unit,
        @Nullable String accountId,
        @Nullable String productGroup,
        BigDecimal amount) {

    /** SHA-256, in hex, over all that a system is told about this line: it tells a repetition from something new. */
    String payloadHash(HandoverOrder order) {
        String payload = String.join(
                "\t",
                TargetConnector.externalKey(order, this),
                order.periodId(),
                order.repId(),
                order.managerId(),
                order.currency(),
                metric,
                unit,
                String.valueOf(accountId),
                String.valueOf(productGroup),
                amount.toPlainString());
        if (!order.effectiveFrom().equals(order.periodStart())) {
            payload += "\t" + order.effectiveFrom();
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
