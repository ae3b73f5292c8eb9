package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.Side;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.handover.Handover;
import io.konsens.platform.Caller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the process model asks of an agreement as it moves along. */
@Component
public class Steps {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final Delegations delegations;
    private final HandoverOrders orders;
    private final Handover handover;
    private final Clock clock;
    private final KonsensProperties properties;

    Steps(
            Agreements agreements,
            AgreementAccess access,
            Metrics metrics,
            Delegations delegations,
            HandoverOrders orders,
            Handover handover,
            Clock clock,
            KonsensProperties properties) {
        this.agreements = agreements;
        this.access = access;
        this.metrics = metrics;
        this.delegations = delegations;
        this.orders = orders;
        this.handover = handover;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * A step's task has been created.
     *
     * @param calendar the rule whose working days were counted; null if every day counts
     * @return the round the step belongs to
     */
    @Transactional
    public int enter(
            String agreementId,
            Step step,
            @Nullable Instant due,
            @Nullable Decision deadlineRule,
            @Nullable String calendar) {
        delegations.remove(agreementId, step);
        return bySystem(
                        agreementId,
                        (agreement, act) ->
                                agreement.enter(step.state(agreement.state()), due, deadlineRule, calendar, act))
                .round();
    }

    /**
     * Somebody completes a step's task.
     *
     * @throws Refusal if the step is not theirs, not now, or not ready: whatever is missing is named
     */
    @Transactional
    public Routing complete(String agreementId, Step step, StepInput input, Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        Act act = new Act(access.actor(caller, agreement), clock.instant());
        Map<String, Metric> byId = metrics.byId();
        Routing routing = switch (step) {
            case PLAN_TARGETS -> {
                agreement.completePlanning(byId, act);
                yield Routing.of(agreement, null, null, null);
            }
            case REVIEW_PLAN -> {
                agreement.completeReview(byId, act);
                yield Routing.of(agreement, null, null, null);
            }
            case ANSWER_PROPOSALS -> {
                agreement.completeResponse(byId, act);
                yield Routing.of(agreement, null, null, null);
            }
            case ALIGN_TARGETS -> {
                boolean consensus = input.decision("consensus");
                agreement.completeAlignment(consensus, byId, act);
                yield Routing.of(agreement, consensus, null, null);
            }
            case RESOLVE_DISPUTE -> {
                String outcome = input.oneOf("outcome", "MEDIATED", "ASSIGNED");
                agreement.resolveDispute(
                        outcome.equals("ASSIGNED"),
                        input.required("reason"),
                        access.isMediator(agreement, caller),
                        act);
                yield Routing.of(agreement, null, outcome, null);
            }
            case CONFIRM_REP -> confirm(agreement, Side.REP, input, act);
            case CONFIRM_MANAGER -> confirm(agreement, Side.MANAGER, input, act);
            case CORRECT_HANDOVER -> {
                TransferTargets.requireResponsible(caller);
                handover.releaseRejected(orders.order(agreement));
                yield Routing.of(agreement, null, null, null);
            }
        };
        agreement.note(EventType.STEP_COMPLETED, step.name(), input.optional("comment"), act);
        delegations.remove(agreementId, step);
        agreements.save(agreement);
        return routing;
    }

    private Routing confirm(TargetAgreement agreement, Side side, StepInput input, Act act) {
        boolean confirmed = input.decision("confirm");
        if (confirmed) {
            agreement.confirm(side, LocalDate.now(clock.withZone(properties.zone())), act);
            if (agreement.state() == AgreementState.AGREED) {
                tellFormer(agreement, EventType.SUPERSEDED, null, act);
            }
        } else {
            agreement.decline(side, input.required("reason"), act);
        }
        return Routing.of(agreement, null, null, !confirmed);
    }

    @Transactional
    public void freeze(String agreementId) {
        bySystem(agreementId, (agreement, act) -> agreement.freeze(metrics.byId(), act));
    }

    @Transactional
    public void assign(String agreementId) {
        bySystem(agreementId, (agreement, act) -> agreement.assign(metrics.byId(), act));
    }

    @Transactional
    public void roundsDecided(String agreementId, int rounds, Decision decision) {
        bySystem(agreementId, (agreement, act) -> agreement.roundsDecided(rounds, decision, act));
    }

    /** A timer of an open step went off. */
    @Transactional
    public void note(String agreementId, EventType type, String step) {
        bySystem(agreementId, (agreement, act) -> agreement.note(type, step, null, act));
    }

    /** @param by who asked for it; see {@link LeadAgreement} */
    @Transactional
    public void withdraw(String agreementId, String reason, Caller by) {
        doing(agreementId, access.actor(by), (agreement, act) -> {
            agreement.withdraw(reason, act);
            tellFormer(agreement, EventType.ADJUSTMENT_ENDED, reason, act);
        });
    }

    /** The record of an adjusted agreement, too, says what became of the adjustment; its figures stay what they were. */
    private void tellFormer(TargetAgreement adjustment, EventType what, @Nullable String reason, Act act) {
        if (adjustment.adjustment() != null) {
            TargetAgreement former =
                    agreements.lock(adjustment.adjustment().adjusts()).orElseThrow();
            former.note(what, adjustment.agreementId(), reason, act);
            agreements.save(former);
        }
    }

    @Transactional
    public void reassign(String agreementId, String newManagerId, String reason, Caller by) {
        doing(agreementId, access.actor(by), (agreement, act) -> agreement.reassign(newManagerId, reason, act));
    }

    private TargetAgreement bySystem(String agreementId, BiConsumer<TargetAgreement, Act> what) {
        return doing(agreementId, Actor.SYSTEM, what);
    }

    private TargetAgreement doing(String agreementId, Actor actor, BiConsumer<TargetAgreement, Act> what) {
        TargetAgreement agreement = agreements.lock(agreementId).orElseThrow(Refusal::notFound);
        what.accept(agreement, new Act(actor, clock.instant()));
        agreements.save(agreement);
        return agreement;
    }
}
