package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Proration;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import io.konsens.planning.Account;
import io.konsens.planning.Baseline;
import io.konsens.planning.Employee;
import io.konsens.planning.OrderHistory;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a new agreement the lines its rep's accounts and their order history suggest. */
@Component
public class LinePreparation {

    private final Agreements agreements;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Periods periods;
    private final OrderHistory orderHistory;
    private final Rules rules;
    private final Prorations prorations;
    private final Clock clock;

    LinePreparation(
            Agreements agreements,
            Metrics metrics,
            Organisation organisation,
            Periods periods,
            OrderHistory orderHistory,
            Rules rules,
            Prorations prorations,
            Clock clock) {
        this.agreements = agreements;
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
        this.orderHistory = orderHistory;
        this.rules = rules;
        this.prorations = prorations;
        this.clock = clock;
    }

    /** Does nothing if there are lines already, so that it may run twice. */
    @Transactional
    public void prepare(String agreementId) {
        TargetAgreement agreement = agreements.lock(agreementId).orElseThrow(Refusal::notFound);
        if (agreement.lines().isEmpty()) {
            Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
            PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
            Act act = new Act(Actor.SYSTEM, clock.instant());
            Map<Metric, Decided<SetBy>> owners = new HashMap<>();
            prorations.of(rep, period).ifPresent(proration -> prorations.keep(agreement, proration, act));
            for (SuggestedLine line : suggest(rep, period)) {
                agreement.prepareLine(
                        UUID.randomUUID().toString(),
                        line.metric(),
                        line.accountId(),
                        line.accountName(),
                        line.productGroup(),
                        owners.computeIfAbsent(line.metric(), metric -> owner(agreement, metric, rep)),
                        line.baseline(),
                        act);
            }
            agreements.save(agreement);
        }
    }

    /**
     * The lines an agreement of this rep would begin with today, in the order they are shown; for who joins or leaves
     * within the period with their share of each metric's baseline.
     *
     * @throws Refusal INVALID if they do not work in this period at all
     */
    public List<SuggestedLine> suggest(Employee rep, PlanningPeriod period) {
        List<SuggestedLine> whole = ofTheWholePeriod(rep, period);
        return prorations
                .of(rep, period)
                .map(proration -> whole.stream()
                        .collect(Collectors.groupingBy(SuggestedLine::metric, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(lines -> prorated(proration, lines))
                        .toList())
                .orElse(whole);
    }

    /** A percentage is no amount: half a year's margin is the margin. */
    private static Stream<SuggestedLine> prorated(Proration proration, List<SuggestedLine> lines) {
        Metric metric = lines.get(0).metric();
        List<BigDecimal> baselines = lines.stream()
                .map(SuggestedLine::baseline)
                .filter(Objects::nonNull)
                .toList();
        if (metric.unit() == Unit.PERCENT || baselines.size() < lines.size()) {
            return lines.stream();
        }
        Iterator<BigDecimal> shares =
                proration.shares(baselines, metric.unit().decimals()).iterator();
        return lines.stream()
                .map(line -> new SuggestedLine(
                        metric, line.accountId(), line.accountName(), line.productGroup(), shares.next()));
    }

    private List<SuggestedLine> ofTheWholePeriod(Employee rep, PlanningPeriod period) {
        List<Baseline> history = orderHistory.baseline(rep.employeeId(), period);
        Map<String, String> accountNames = organisation.accountsOf(rep.employeeId()).stream()
                .collect(Collectors.toMap(Account::accountId, Account::name));
        return metrics.byId().values().stream()
                .flatMap(metric -> switch (metric.level()) {
                    case LINE ->
                        history.stream()
                                .sorted(Comparator.comparing(Baseline::accountId)
                                        .thenComparing(Baseline::productGroup))
                                .map(entry -> new SuggestedLine(
                                        metric,
                                        entry.accountId(),
                                        accountNames.get(entry.accountId()),
                                        entry.productGroup(),
                                        figure(metric, entry)));
                    case ACCOUNT ->
                        new TreeMap<>(history.stream()
                                        .filter(entry -> figure(metric, entry) != null)
                                        .collect(Collectors.toMap(
                                                Baseline::accountId, entry -> figure(metric, entry), BigDecimal::add)))
                                .entrySet().stream()
                                        .map(entry -> new SuggestedLine(
                                                metric,
                                                entry.getKey(),
                                                accountNames.get(entry.getKey()),
                                                null,
                                                entry.getValue()));
                    case AGREEMENT ->
                        Stream.of(new SuggestedLine(metric, null, null, null, total(metric, history, period, rep)));
                })
                .toList();
    }

    /**
     * A line that order history suggests.
     *
     * @param accountId null for a figure about the whole agreement, as is its name
     * @param productGroup null unless the metric is planned by product group
     * @param baseline in the metric's unit; null where the metric has none
     */
    public record SuggestedLine(
            Metric metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            @Nullable BigDecimal baseline) {}

    /** Who sets a metric's figures in this agreement, under the rules it began with. */
    public Decided<SetBy> owner(TargetAgreement agreement, Metric metric, Employee rep) {
        return rules.metricOwnership(
                agreement.ruleVersion(Rules.METRIC_OWNERSHIP), metric.metricId(), rep.orgUnit(), rep.seniority());
    }

    private static @Nullable BigDecimal figure(Metric metric, Baseline entry) {
        return switch (metric.baselineSource()) {
            case NET_AMOUNT -> entry.netAmount();
            case QUANTITY -> entry.quantity().setScale(metric.unit().decimals(), RoundingMode.HALF_UP);
            case NEW_ACCOUNTS, NONE -> null;
        };
    }

    private @Nullable BigDecimal total(Metric metric, List<Baseline> history, PlanningPeriod period, Employee rep) {
        return switch (metric.baselineSource()) {
            case NONE -> null;
            case NEW_ACCOUNTS -> new BigDecimal(orderHistory.newAccounts(rep.employeeId(), period));
            case NET_AMOUNT, QUANTITY ->
                history.stream().map(entry -> figure(metric, entry)).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
    }
}
