package io.konsens.agreement.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing a check has found.
 *
 * @param id of the employee, account, order, product or metric it is about; the row for a refused order
 * @param detail more about it, such as org unit or owner
 * @param amount orders of the baseline window that hang on it, in the period's currency (a foreign order's in its own;
 *     a metric's weight in percent); null where there are none
 */
public record Finding(
        String id,
        @Nullable String name,
        @Nullable String detail,
        @Nullable BigDecimal amount) {}
