package io.konsens.agreement.staffing;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.LinePreparation;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.NegotiationProcess;
import io.konsens.agreement.domain.AccountMove;
import io.konsens.agreement.domain.AccountMove.Arrival;
import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.staffing.persistence.AccountMapper;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that every account is planned once, by its present owner: nothing twice, and nothing by nobody. */
@Component
public class MoveAccounts {

    private final AccountMapper mapper;
    private final Agreements agreements;
    private final AgreementAccess access;
    private final LinePreparation preparation;
    private final NegotiationProcess process;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Periods periods;
    private final KonsensProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MoveAccounts(
            AccountMapper mapper,
            Agreements agreements,
            AgreementAccess access,
            LinePreparation preparation,
            NegotiationProcess process,
            Metrics metrics,
            Organisation organisation,
            Periods periods,
            KonsensProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.mapper = mapper;
        this.agreements = agreements;
        this.access = access;
        this.preparation = preparation;
        this.process = process;
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Accounts that are planned twice, by nobody, or by a former owner; the biggest first. Empty is good, and so it is before
     * there is any agreement.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners; NOT_FOUND without such a period
     */
    public List<AccountFinding> findings(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        return mapper.findings(periods.period(periodId).orElseThrow(Refusal::notFound));
    }

    /**
     * Moves accounts to their owners' agreements, each on its own, from the one that has it; where none has, its lines come
     * from order history.
     *
     * @return why some were not moved; empty if all were
     * @throws Refusal FORBIDDEN for anybody but process owners; INVALID without a reason; CONFLICT if one of them is no longer
     *     listed, so that nobody moves what they have not seen
     */
    public List<Problem> move(String periodId, Collection<String> accountIds, String reason, Caller caller) {
        List<AccountFinding> asked = findings(periodId, caller).stream()
                .filter(one -> accountIds.contains(one.accountId()))
                .toList();
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, "reason", "step.reasonMissing")));
        }
        if (asked.isEmpty() || asked.size() < accountIds.size()) {
            throw Refusal.conflict("staffing.notListed");
        }
        PlanningPeriod period = periods.period(periodId).orElseThrow(Refusal::notFound);
        List<Problem> problems = new ArrayList<>();
        for (AccountFinding finding : asked) {
            try {
                transaction.executeWithoutResult(status -> move(finding, period, reason, caller));
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
        }
        return problems;
    }

    private void move(AccountFinding finding, PlanningPeriod period, String reason, Caller caller) {
        if (finding.remedy() != AccountFinding.Remedy.MOVE) {
            throw Refusal.conflict("move.remedy." + finding.remedy(), finding.accountName());
        }
        Map<String, TargetAgreement> locked = lock(finding);
        TargetAgreement agreement = Objects.requireNonNull(locked.get(finding.agreement()));
        AccountMove move = new AccountMove(
                finding.accountId(),
                finding.accountName(),
                from(period),
                reason,
                new Act(access.actor(caller), clock.instant()));
        TargetAgreement former = locked.get(finding.former());
        List<Arrival> suggested = suggested(finding, period);
        List<Arrival> arrivals = former == null
                ? suggested
                : rebased(move.leave(former, agreement.agreementId(), metrics.byId()), suggested);
        Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
        move.arrive(
                agreement,
                finding.former(),
                arrivals,
                metric -> preparation.owner(agreement, metric, rep),
                () -> UUID.randomUUID().toString());
        if (former != null) {
            agreements.save(former);
        }
        boolean planAgain = agreement.lacksPlans();
        if (planAgain) {
            agreement.planAgain(reason, move.act());
        }
        agreements.save(agreement);
        if (planAgain) {
            process.planAgain(agreement.agreementId());
        }
    }

    /** Always in the same order, so that two moves never wait for each other. */
    private Map<String, TargetAgreement> lock(AccountFinding finding) {
        Map<String, TargetAgreement> locked = new HashMap<>();
        Stream.of(finding.former(), finding.agreement())
                .filter(Objects::nonNull)
                .sorted()
                .forEach(id -> locked.put(id, agreements.lock(id).orElseThrow(Refusal::notFound)));
        return locked;
    }

    private List<Arrival> suggested(AccountFinding finding, PlanningPeriod period) {
        Employee owner =
                organisation.employee(Objects.requireNonNull(finding.ownerId())).orElseThrow(Refusal::notFound);
        return preparation.suggest(owner, period).stream()
                .filter(line -> finding.accountId().equals(line.accountId()))
                .map(line -> new Arrival(null, line.metric(), line.productGroup(), line.baseline(), null))
                .toList();
    }

    /** What left, with the baselines of its new owner, who may work for another part of the period than the former. */
    private static List<Arrival> rebased(List<Arrival> left, List<Arrival> suggested) {
        return left.stream()
                .map(line -> suggested.stream()
                        .filter(line::isAboutSameAs)
                        .findFirst()
                        .map(own -> line.withBaseline(own.baseline()))
                        .orElse(line))
                .toList();
    }

    /** Today, or the first day of a period that has not begun. */
    private LocalDate from(PlanningPeriod period) {
        LocalDate today = LocalDate.now(clock.withZone(properties.zone()));
        return today.isBefore(period.start()) ? period.start() : today;
    }
}
