package io.konsens.handover;

import java.math.BigDecimal;
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
        BigDecimal amount) {}
