package io.konsens.planning;

/** How many order lines there are in one currency. */
public record CurrencyCount(String currency, int orderLines) {}
