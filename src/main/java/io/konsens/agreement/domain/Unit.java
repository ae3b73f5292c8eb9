package io.konsens.agreement.domain;

import io.konsens.platform.Localized;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

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

    /** How people write figures in this unit: with all its decimals, without its sign. */
    public NumberFormat format(Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    /** A figure within a sentence, where percentages need their sign. */
    Localized readable(BigDecimal figure) {
        return locale -> format(locale).format(figure) + (this == PERCENT ? " %" : "");
    }
}
