package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Metric.BaselineSource;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Clock clock;

    LinePreparation(
            Agreements agreements,
            Metrics metrics,
            Organisation organisation,
            Periods periods,
            OrderHistory orderHistory,
            Rules rules,
            Clock clock) {
        this.agreements = agreements;
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
        this.orderHistory = orderHistory;
        this.rules = rules;
        this.clock = clock;
    }

    /** Does nothing if there are lines already, so that it may run twice. */
    @Transactional
    public void prepare(String agreementId) {
        TargetAgreement agreement = agreements.lock(agreementId).orElseThrow(Refusal::notFound);
        if (agreement.lines().isEmpty()) {
            Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
            PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
            List<Baseline> history = orderHistory.baseline(rep.employeeId(), period);
            Map<String, String> accountNames = organisation.accountsOf(rep.employeeId()).stream()
                    .collect(Collectors.toMap(Account::accountId, Account::name));
            for (Metric metric : metrics.byId().values()) {
                new Preparation(agreement, metric, owner(agreement, metric, rep), history, accountNames)
                        .run(period, rep);
            }
            agreements.save(agreement);
        }
    }

    /** Who sets a metric's figures in this agreement, under the rules it began with. */
    Decided<SetBy> owner(TargetAgreement agreement, Metric metric, Employee rep) {
        return rules.metricOwnership(
                agreement.ruleVersion(Rules.METRIC_OWNERSHIP), metric.metricId(), rep.orgUnit(), rep.seniority());
    }

    private final class Preparation {

        private final TargetAgreement agreement;
        private final Metric metric;
        private final Decided<SetBy> owner;
        private final List<Baseline> history;
        private final Map<String, String> accountNames;
        private final Act act = new Act(Actor.SYSTEM, clock.instant());

        Preparation(
                TargetAgreement agreement,
                Metric metric,
                Decided<SetBy> owner,
                List<Baseline> history,
                Map<String, String> accountNames) {
            this.agreement = agreement;
            this.metric = metric;
            this.owner = owner;
            this.history = history;
            this.accountNames = accountNames;
        }

        void run(PlanningPeriod period, Employee rep) {
            switch (metric.level()) {
                case LINE ->
                    history.stream()
                            .sorted(Comparator.comparing(Baseline::accountId).thenComparing(Baseline::productGroup))
                            .forEach(entry -> add(entry.accountId(), entry.productGroup(), figure(entry)));
                case ACCOUNT ->
                    new TreeMap<>(history.stream()
                                    .filter(entry -> figure(entry) != null)
                                    .collect(Collectors.toMap(Baseline::accountId, this::figure, BigDecimal::add)))
                            .forEach((account, figure) -> add(account, null, figure));
                case AGREEMENT -> add(null, null, total(period, rep));
            }
        }

        private void add(@Nullable String accountId, @Nullable String group, @Nullable BigDecimal baseline) {
            String accountName = accountId == null ? null : accountNames.get(accountId);
            agreement.prepareLine(
                    UUID.randomUUID().toString(), metric, accountId, accountName, group, owner, baseline, act);
        }

        private @Nullable BigDecimal figure(Baseline entry) {
            return switch (metric.baselineSource()) {
                case NET_AMOUNT -> entry.netAmount();
                case QUANTITY -> entry.quantity().setScale(metric.unit().decimals(), RoundingMode.HALF_UP);
                case NEW_ACCOUNTS, NONE -> null;
            };
        }

        private @Nullable BigDecimal total(PlanningPeriod period, Employee rep) {
            if (metric.baselineSource() == BaselineSource.NONE) {
                return null;
            }
            return metric.baselineSource() == BaselineSource.NEW_ACCOUNTS
                    ? new BigDecimal(orderHistory.newAccounts(rep.employeeId(), period))
                    : history.stream().map(this::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
