package io.konsens.agreement.web;

import io.konsens.agreement.application.AdjustAgreement;
import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.Prorations;
import io.konsens.agreement.application.RuleTexts;
import io.konsens.agreement.domain.Adjustment;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes views of agreements for one caller. */
@Component
class AgreementViews {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Organisation organisation;
    private final AdjustAgreement adjust;
    private final Prorations prorations;
    private final RuleTexts ruleTexts;

    AgreementViews(
            Agreements agreements,
            AgreementAccess access,
            Metrics metrics,
            Organisation organisation,
            AdjustAgreement adjust,
            Prorations prorations,
            RuleTexts ruleTexts) {
        this.agreements = agreements;
        this.access = access;
        this.metrics = metrics;
        this.organisation = organisation;
        this.adjust = adjust;
        this.prorations = prorations;
        this.ruleTexts = ruleTexts;
    }

    AgreementView view(String agreementId, Caller caller) {
        // First, so that what happens meanwhile is told once more rather than not at all.
        long last = access.pulse(agreementId, caller).last();
        TargetAgreement agreement = access.visible(agreementId, caller);
        Map<String, Metric> byId = metrics.byId();
        Adjustment adjustment = agreement.adjustment();
        return new AgreementView(
                agreement.agreementId(),
                agreement.periodId(),
                agreement.repId(),
                name(agreement.repId()),
                agreement.managerId(),
                name(agreement.managerId()),
                agreement.state(),
                agreement.round(),
                agreement.roundsAllowed(),
                agreement.revision(),
                adjustment == null ? null : adjustment.adjusts(),
                adjustment == null ? null : adjustment.effectiveFrom(),
                adjustment == null ? null : adjustment.reason(),
                adjustment != null && adjust.isLate(agreement, adjustment.effectiveFrom()),
                adjust.revisions(agreement).all(),
                agreement.currency(),
                prorations.of(agreementId).orElse(null),
                agreement.stepDue(),
                Allowed.in(agreement, access.viewer(caller, agreement), access.isMediator(agreement, caller)),
                agreement.reopened(),
                agreement.reopened() ? declineReason(agreementId) : null,
                agreement.state().isFrozen() ? agreement.sha256() : null,
                agreement.snapshot().processVersion(),
                byId.values(),
                organisation.accountsOf(agreement.repId()).stream()
                        .map(account -> new AgreementView.AccountView(account.accountId(), account.name()))
                        .toList(),
                organisation.productGroups(),
                agreements.changedSinceStepOf(agreementId, caller.userId()),
                caller.userId(),
                last,
                plausibilityRules(agreement),
                lines(agreement, agreement.lines()));
    }

    /**
     * What has happened to an agreement.
     *
     * @param last to ask after the next time
     * @param lines that changed, as they are now
     */
    record News(AgreementState state, long last, List<LineView> lines) {}

    /** @param entry the last one of the record that the caller knows of */
    News after(long entry, String agreementId, Caller caller) {
        Agreements.Pulse pulse = access.pulse(agreementId, caller);
        if (pulse.last() <= entry) {
            return new News(pulse.state(), pulse.last(), List.of());
        }
        Set<String> changed = agreements.changedAfter(agreementId, entry);
        TargetAgreement agreement = access.visible(agreementId, caller);
        List<PlanLine> lines = agreement.lines().stream()
                .filter(line -> changed.contains(line.lineId()))
                .toList();
        return new News(agreement.state(), pulse.last(), lines(agreement, lines));
    }

    List<LineView> lines(TargetAgreement agreement, List<PlanLine> lines) {
        Map<String, Metric> byId = metrics.byId();
        return lines.stream().map(line -> LineView.of(agreement, line, byId)).toList();
    }

    private Map<String, String> plausibilityRules(TargetAgreement agreement) {
        Locale locale = LocaleContextHolder.getLocale();
        return ruleTexts.of(Rules.PLAUSIBILITY, agreement.ruleVersion(Rules.PLAUSIBILITY)).entrySet().stream()
                .filter(rule -> !rule.getValue().written().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rule -> rule.getValue().in(locale)));
    }

    private @Nullable String declineReason(String agreementId) {
        return agreements.events(agreementId).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.DECLINED)
                .reduce((first, last) -> last)
                .map(NegotiationEvent::reason)
                .orElse(null);
    }

    private String name(String employeeId) {
        return organisation.employee(employeeId).map(Employee::name).orElse(employeeId);
    }
}
