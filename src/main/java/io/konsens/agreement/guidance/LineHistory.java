package io.konsens.agreement.guidance;

import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.MonthlySales;
import io.konsens.planning.OrderHistory;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was sold month by month, for each line of an agreement that is about an account. */
@Component
public class LineHistory {

    /** A year that begins within a month touches thirteen. */
    private static final int MOST_MONTHS = 13;

    private final AgreementAccess access;
    private final Metrics metrics;
    private final Periods periods;
    private final OrderHistory orders;

    LineHistory(AgreementAccess access, Metrics metrics, Periods periods, OrderHistory orders) {
        this.access = access;
        this.metrics = metrics;
        this.periods = periods;
        this.orders = orders;
    }

    /**
     * @param months the calendar months of the baseline window, oldest first; the last thirteen of a longer one
     * @param byLine for each line with orders in the window one figure a month, in the metric's unit; zero for a month
     *     without orders
     */
    public record Months(List<YearMonth> months, Map<String, List<BigDecimal>> byLine) {}

    /** @throws Refusal NOT_FOUND if there is no such agreement or the caller may not see it */
    public Months of(String agreementId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
        List<YearMonth> months = months(period.baselineFrom(), period.baselineTo());
        Map<Place, List<MonthlySales>> sales = sales(agreement, period);
        Map<String, Metric> byId = metrics.byId();
        return new Months(
                months,
                agreement.lines().stream()
                        .filter(line -> sales.containsKey(Place.of(line)) && isSold(byId.get(line.metric())))
                        .collect(toMap(
                                PlanLine::lineId,
                                line -> monthly(byId.get(line.metric()), months, sales.get(Place.of(line))))));
    }

    /** What a line is about; without product group, for all that its account bought. */
    private record Place(
            @Nullable String accountId, @Nullable String productGroup) {

        static Place of(PlanLine line) {
            return new Place(line.accountId(), line.productGroup());
        }

        static Stream<Place> of(MonthlySales sales) {
            return Stream.of(new Place(sales.accountId(), sales.productGroup()), new Place(sales.accountId(), null));
        }
    }

    private Map<Place, List<MonthlySales>> sales(TargetAgreement agreement, PlanningPeriod period) {
        Set<String> accounts = agreement.lines().stream()
                .map(PlanLine::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Place, List<MonthlySales>> sales = new HashMap<>();
        for (MonthlySales one : orders.monthly(accounts, period)) {
            Place.of(one)
                    .forEach(place ->
                            sales.computeIfAbsent(place, p -> new ArrayList<>()).add(one));
        }
        return sales;
    }

    private static boolean isSold(Metric metric) {
        return switch (metric.baselineSource()) {
            case NET_AMOUNT, QUANTITY -> true;
            case NEW_ACCOUNTS, NONE -> false;
        };
    }

    private static List<BigDecimal> monthly(Metric metric, List<YearMonth> months, List<MonthlySales> sales) {
        List<BigDecimal> figures = new ArrayList<>(Collections.nCopies(months.size(), BigDecimal.ZERO));
        for (MonthlySales one : sales) {
            int at = months.indexOf(YearMonth.from(one.month()));
            if (at >= 0) {
                figures.set(at, figures.get(at).add(figure(metric, one)));
            }
        }
        return figures.stream()
                .map(figure -> figure.setScale(metric.unit().decimals(), RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal figure(Metric metric, MonthlySales sales) {
        return metric.baselineSource() == Metric.BaselineSource.QUANTITY ? sales.quantity() : sales.netAmount();
    }

    private static List<YearMonth> months(LocalDate from, LocalDate to) {
        List<YearMonth> months = Stream.iterate(
                        YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .toList();
        return months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
    }
}
