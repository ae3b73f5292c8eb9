package io.konsens.agreement.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What management expects from an org unit with all below it.
 *
 * @param metric its id
 * @param amount in the metric's unit (money in the period's currency, to the cent); null where nothing is expected
 */
public record Expectation(
        String orgUnit, String metric, @Nullable BigDecimal amount) {}
