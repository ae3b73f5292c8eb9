package io.konsens.agreement.domain;

import io.konsens.platform.Localized;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is planned and measured (Kennzahl).
 *
 * @param baselineSource how the baseline comes from order history
 * @param weight share of the whole in percent; the weights of all metrics should sum to 100
 */
public record Metric(
        String metricId,
        String nameDe,
        String nameEn,
        Unit unit,
        Level level,
        BaselineSource baselineSource,
        boolean higherIsBetter,
        BigDecimal weight,
        int position)
        implements Localized {

    /** What one figure of the metric is about. */
    public enum Level {
        /** An account and a product group. */
        LINE,
        ACCOUNT,
        /** The whole agreement. */
        AGREEMENT
    }

    public enum BaselineSource {
        NET_AMOUNT,
        QUANTITY,
        NEW_ACCOUNTS,
        NONE
    }

    /** The largest figure the product keeps: thirteen digits before the point. */
    private static final BigDecimal LIMIT = new BigDecimal("10000000000000");

    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("de") ? nameDe : nameEn;
    }

    /** Why a figure cannot be a target of this metric: a message code, or empty if it can. */
    public Optional<String> objection(BigDecimal figure) {
        if (figure.signum() < 0) {
            return Optional.of("figure.negative");
        }
        if (figure.stripTrailingZeros().scale() > unit.decimals()) {
            return Optional.of(unit.decimals() == 0 ? "figure.notWhole" : "figure.tooManyDecimals");
        }
        return figure.compareTo(LIMIT) >= 0 ? Optional.of("figure.tooLarge") : Optional.empty();
    }
}
