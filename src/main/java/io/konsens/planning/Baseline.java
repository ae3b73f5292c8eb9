package io.konsens.planning;

import java.math.BigDecimal;

/**
 * What one account bought of one product group within a period's baseline window.
 *
 * @param netAmount in the period's currency, two decimals; may be negative where returns outweigh sales
 * @param quantity in the products' own units
 */
public record Baseline(String accountId, String productGroup, BigDecimal netAmount, BigDecimal quantity) {}
