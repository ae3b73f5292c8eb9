package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Adjusting;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Revisions;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.Span;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks both sides of an agreed target to talk about it again; see {@link Adjusting} for what that may change. */
@Component
public class AdjustAgreement {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Periods periods;
    private final Prorations prorations;
    private final Rules rules;
    private final LateProperties late;
    private final NegotiationProcess process;
    private final Clock clock;
    private final KonsensProperties properties;

    AdjustAgreement(
            Agreements agreements,
            AgreementAccess access,
            Metrics metrics,
            Organisation organisation,
            Periods periods,
            Prorations prorations,
            Rules rules,
            LateProperties late,
            NegotiationProcess process,
            Clock clock,
            KonsensProperties properties) {
        this.agreements = agreements;
        this.access = access;
        this.metrics = metrics;
        this.organisation = organisation;
        this.periods = periods;
        this.prorations = prorations;
        this.rules = rules;
        this.late = late;
        this.process = process;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * Begins an adjustment and its negotiation, under the rules and the process in force today. Either side may ask for it,
     * and so may process owners: nobody is bound by anything but their own confirmation.
     *
     * @return the id of the adjustment
     * @throws Refusal FORBIDDEN for everybody else; CONFLICT and INVALID as {@link Adjusting} says
     */
    @Transactional
    public String begin(String agreementId, String reason, LocalDate effectiveFrom, Caller caller) {
        TargetAgreement former = access.locked(agreementId, caller);
        Employee rep = organisation.employee(former.repId()).orElseThrow(Refusal::notFound);
        Employee manager = Optional.ofNullable(rep.managerId())
                .or(() -> Optional.of(former.managerId()))
                .flatMap(organisation::employee)
                .orElseThrow(Refusal::notFound);
        Act act = new Act(access.actor(caller), clock.instant());
        if (!mayAsk(former, caller) && !manager.login().equals(caller.userId())) {
            throw Refusal.forbidden("adjustment.notYours");
        }
        TargetAgreement adjustment = adjusting(former)
                .begin(
                        agreements.revisions(former.periodId(), former.repId()),
                        manager.employeeId(),
                        effectiveFrom,
                        reason,
                        process.latestVersion(),
                        rules.latestVersions(),
                        act);
        agreements.add(adjustment);
        // As they work now: to leave earlier than was known is a reason to adjust.
        PlanningPeriod period = periods.period(former.periodId()).orElseThrow(Refusal::notFound);
        prorations.of(rep, period).ifPresent(proration -> prorations.keep(adjustment, proration, act));
        agreements.save(adjustment);
        agreements.save(former);
        process.start(
                adjustment, rep, manager, access.mediator(manager.employeeId()).orElse(null));
        return adjustment.agreementId();
    }

    /**
     * Lets a running adjustment take effect later, because the talk took longer than expected.
     *
     * @throws Refusal FORBIDDEN for all but the two sides and process owners; CONFLICT and INVALID as {@link Adjusting} says
     */
    @Transactional
    public void postpone(String agreementId, String reason, LocalDate effectiveFrom, Caller caller) {
        TargetAgreement adjustment = access.locked(agreementId, caller);
        if (adjustment.adjustment() == null) {
            throw Refusal.conflict("adjustment.none");
        }
        Act act = new Act(access.actor(caller), clock.instant());
        if (!mayAsk(adjustment, caller)) {
            throw Refusal.forbidden("adjustment.notYours");
        }
        TargetAgreement former =
                agreements.find(adjustment.adjustment().adjusts()).orElseThrow(Refusal::notFound);
        adjusting(former).postpone(adjustment, effectiveFrom, reason, act);
        agreements.save(adjustment);
    }

    /** Whether this caller is one of the two sides, or a process owner. */
    public boolean mayAsk(TargetAgreement agreement, Caller caller) {
        return access.isParty(agreement, caller) || caller.in(Groups.PROCESS_OWNER);
    }

    /** Whether a target that takes effect on this day comes too late to move anybody, as a first agreement would. */
    public boolean isLate(TargetAgreement agreement, LocalDate effectiveFrom) {
        Span span = span(agreement);
        return !effectiveFrom.isBefore(late.lastLine(span.start(), span.end()));
    }

    /** The first day an adjustment begun today may take effect, in the customer's zone; null once the period is over. */
    public @Nullable LocalDate earliest(TargetAgreement agreement) {
        LocalDate today = LocalDate.now(clock.withZone(properties.zone()));
        Span span = span(agreement);
        LocalDate first = today.isBefore(span.start()) ? span.start() : today;
        return first.isAfter(span.end()) ? null : first;
    }

    /** Every agreement of the same rep for the same period. */
    public Revisions revisions(TargetAgreement agreement) {
        return agreements.revisions(agreement.periodId(), agreement.repId());
    }

    private Adjusting adjusting(TargetAgreement former) {
        return new Adjusting(former, metrics.byId(), span(former), LocalDate.now(clock.withZone(properties.zone())));
    }

    /** The period, or the part of it that somebody works who joined or leaves within it. */
    private Span span(TargetAgreement agreement) {
        PlanningPeriod period = periods.period(agreement.periodId()).orElseThrow(Refusal::notFound);
        return prorations
                .of(agreement.agreementId())
                .map(worked -> new Span(worked.firstDay(), worked.lastDay()))
                .orElseGet(() -> new Span(period.start(), period.end()));
    }
}
