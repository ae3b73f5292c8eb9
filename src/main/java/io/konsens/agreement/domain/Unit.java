package io.konsens.agreement.domain;

import io.konsens.platform.Localized;
import java.math.BigDecimal;
import java.text.NumberFormat;

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

    /** A figure in this unit as people read it, with all its decimals. */
    Localized readable(BigDecimal figure) {
        return locale -> {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            return format.format(figure) + (this == PERCENT ? " %" : "");
        };
    }
}
