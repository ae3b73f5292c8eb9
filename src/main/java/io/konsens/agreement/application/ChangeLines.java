package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Account;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do to the figures of an agreement between two steps. */
@Component
public class ChangeLines {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Rules rules;
    private final LinePreparation preparation;
    private final Organisation organisation;
    private final Clock clock;

    ChangeLines(
            Agreements agreements,
            AgreementAccess access,
            Metrics metrics,
            Rules rules,
            LinePreparation preparation,
            Organisation organisation,
            Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.metrics = metrics;
        this.rules = rules;
        this.preparation = preparation;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Changes all of these lines or none; the agreement as it is afterwards. */
    @Transactional
    public TargetAgreement change(String agreementId, List<? extends LineChange> changes, Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        agreement.change(changes, metrics.byId(), rules, act(caller, agreement));
        agreements.save(agreement);
        return agreement;
    }

    /** Tells what an agreement as it is now would say to changes, one by one; nothing is kept. */
    public Trials trial(String agreementId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        Act act = act(caller, agreement);
        Map<String, Metric> byId = metrics.byId();
        return change -> {
            try {
                agreement.change(List.of(change), byId, rules, act);
                return new Trial(List.of(), agreement.line(change.lineId()).lacksReason());
            } catch (Refusal refusal) {
                return new Trial(refusal.problems(), false);
            }
        };
    }

    /** Each change is tried on what the changes before it have left. */
    public interface Trials {
        Trial of(LineChange change);
    }

    /**
     * @param problems why the change would be refused; empty if it would not
     * @param lacksReason the step could not be completed with it before somebody gives a reason
     */
    public record Trial(List<Problem> problems, boolean lacksReason) {}

    /**
     * Adds a line for one of the rep's accounts and a product group it never bought from.
     *
     * @param metricId null for the first metric that is planned by account and product group
     * @throws Refusal INVALID if account or product group are unknown or the account is not the rep's; CONFLICT if the
     *     line is there already
     */
    @Transactional
    public PlanLine add(
            String agreementId,
            @Nullable String metricId,
            @Nullable String accountId,
            @Nullable String productGroup,
            Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        Employee rep = organisation.employee(agreement.repId()).orElseThrow(Refusal::notFound);
        Metric metric = metrics.byId().values().stream()
                .filter(m -> m.level() == Metric.Level.LINE)
                .filter(m -> metricId == null || m.metricId().equals(metricId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("line.metricUnknown", String.valueOf(metricId)));
        Account account = organisation.accountsOf(rep.employeeId()).stream()
                .filter(a -> a.accountId().equals(accountId))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("line.accountUnknown", String.valueOf(accountId)));
        if (productGroup == null || !organisation.productGroups().contains(productGroup)) {
            throw Refusal.invalid("line.productGroupUnknown", String.valueOf(productGroup));
        }
        PlanLine line = agreement.addLine(
                UUID.randomUUID().toString(),
                metric,
                account.accountId(),
                account.name(),
                productGroup,
                preparation.owner(agreement, metric, rep),
                act(caller, agreement));
        agreements.save(agreement);
        return line;
    }

    private Act act(Caller caller, TargetAgreement agreement) {
        return new Act(access.actor(caller, agreement), clock.instant());
    }
}
