package io.konsens.planning;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an account bought of a product group in one calendar month.
 *
 * @param month its first day
 * @param netAmount in the period's currency, to the cent; below zero where returns outweigh sales
 */
public record MonthlySales(
        String accountId, String productGroup, LocalDate month, BigDecimal netAmount, BigDecimal quantity) {}
