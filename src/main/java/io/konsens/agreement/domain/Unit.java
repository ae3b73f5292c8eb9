package io.konsens.agreement.domain;

/** What a metric is measured in, and how many decimals its figures have at most. */
public enum Unit {
    /** The period's currency, to the cent. */
    CURRENCY(2),
    PERCENT(2),
    COUNT(0);

    private final int decimals;

    Unit(int decimals) {
        this.decimals = decimals;
    }

    public int decimals() {
        return decimals;
    }
}
