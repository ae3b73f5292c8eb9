package io.konsens.agreement.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When an agreement comes too late.
 *
 * @param warnShare of the period, from 0 to {@code lastShare}: once it has passed, what is not agreed is at risk
 * @param lastShare of the period, up to 1: once it has passed it is too late. After three quarters, targets cannot
 *     motivate any more (Federal Labour Court, 10 AZR 57/24)
 * @param leadDays how many working days before that it is the last chance
 */
@ConfigurationProperties("konsens.late")
public record LateProperties(BigDecimal warnShare, BigDecimal lastShare, int leadDays) {

    public LateProperties {
        if (warnShare.signum() < 0 || warnShare.compareTo(lastShare) > 0 || lastShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "konsens.late: 0 <= warn-share <= last-share <= 1, not " + warnShare + " and " + lastShare);
        }
    }

    /** The first day on which it is too late: whole days before it, rounded down in the rep's favour. */
    public LocalDate lastLine(LocalDate start, LocalDate end) {
        return after(lastShare, start, end);
    }

    public LocalDate warnLine(LocalDate start, LocalDate end) {
        return after(warnShare, start, end);
    }

    private static LocalDate after(BigDecimal share, LocalDate start, LocalDate end) {
        BigDecimal days = new BigDecimal(ChronoUnit.DAYS.between(start, end) + 1);
        return start.plusDays(
                days.multiply(share).setScale(0, RoundingMode.DOWN).longValueExact());
    }
}
