package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes views of agreements for one caller. */
@Component
class AgreementViews {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Organisation organisation;

    AgreementViews(Agreements agreements, AgreementAccess access, Metrics metrics, Organisation organisation) {
        this.agreements = agreements;
        this.access = access;
        this.metrics = metrics;
        this.organisation = organisation;
    }

    AgreementView view(String agreementId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        Map<String, Metric> byId = metrics.byId();
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
                agreement.currency(),
                agreement.stepDue(),
                Allowed.in(agreement, access.actor(caller), access.isMediator(agreement, caller)),
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
                lines(agreement, agreement.lines()));
    }

    List<LineView> lines(TargetAgreement agreement, List<PlanLine> lines) {
        Map<String, Metric> byId = metrics.byId();
        return lines.stream().map(line -> LineView.of(agreement, line, byId)).toList();
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
