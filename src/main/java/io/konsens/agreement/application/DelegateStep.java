package io.konsens.agreement.application;

import io.konsens.agreement.application.DelegationProperties.Relation;
import io.konsens.agreement.application.HeldSteps.HeldStep;
import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Substitutes;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a step over to somebody who may do it in one's place, and back. Each is recorded with its reason. */
@Component
public class DelegateStep {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final StandIns standIns;
    private final Delegations delegations;
    private final HeldSteps steps;
    private final Organisation organisation;
    private final Substitutes substitutes;
    private final DelegationProperties properties;
    private final Clock clock;

    DelegateStep(
            Agreements agreements,
            AgreementAccess access,
            StandIns standIns,
            Delegations delegations,
            HeldSteps steps,
            Organisation organisation,
            Substitutes substitutes,
            DelegationProperties properties,
            Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.standIns = standIns;
        this.delegations = delegations;
        this.steps = steps;
        this.organisation = organisation;
        this.substitutes = substitutes;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Gives the caller's own open step to somebody else: {@code {to, reason}}, to by employee id.
     *
     * @throws Refusal CONFLICT if the caller has no step here, or has it from somebody else; INVALID if that person may not
     *     have it; FORBIDDEN if the step is personal
     */
    @Transactional
    public void handOver(String agreementId, StepInput input, Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        HeldStep mine = one(agreementId, step -> step.isHeldBy(caller.userId()));
        if (mine.isAway()) {
            throw Refusal.conflict("delegation.noChain", name(mine.principal()));
        }
        Employee me = organisation.employeeByLogin(caller.userId()).orElseThrow(Refusal::notFound);
        String to = input.required("to");
        Employee other = organisation.employee(to).orElseThrow(() -> Refusal.invalid("delegation.unknown", to));
        String reason = input.required("reason");
        standIns.objection(agreement, mine.step(), me, other).ifPresent(code -> {
            throw Refusal.forbidden(code);
        });
        if (!mayHave(me, other)) {
            throw Refusal.invalid("delegation.notTo", other.name());
        }
        delegations.add(new Delegation(agreementId, mine.step(), me.employeeId(), other.employeeId()));
        steps.give(mine, me.login(), other.login());
        note(agreement, EventType.STEP_HANDED_OVER, me.employeeId(), other.employeeId(), reason, caller);
    }

    /**
     * Brings a step back to whose it is: they take it, or who has it gives it back: {@code {reason}}.
     *
     * @throws Refusal CONFLICT if the caller neither has somebody else's step here nor one of theirs is with somebody else
     */
    @Transactional
    public void giveBack(String agreementId, StepInput input, Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        String login = caller.userId();
        HeldStep away =
                one(agreementId, step -> step.isAway() && (step.isHeldBy(login) || login.equals(step.principal())));
        delegations.remove(agreementId, away.step());
        steps.giveBack(away);
        note(
                agreement,
                away.isHeldBy(login) ? EventType.STEP_GIVEN_BACK : EventType.STEP_TAKEN_BACK,
                employeeId(away.holder()),
                employeeId(away.principal()),
                input.required("reason"),
                caller);
    }

    /** To whom the caller may hand over this step; the first hundred, by name. */
    public List<Employee> possible(TargetAgreement agreement, HeldStep step, Caller caller) {
        if (!step.isHeldBy(caller.userId()) || step.isAway()) {
            return List.of();
        }
        return organisation
                .employeeByLogin(caller.userId())
                .map(me -> near(me).filter(other -> mayHave(me, other)
                                && standIns.objection(agreement, step.step(), me, other)
                                        .isEmpty())
                        .limit(100)
                        .toList())
                .orElse(List.of());
    }

    private Stream<Employee> near(Employee me) {
        return Stream.concat(
                        substitutes.namedBy(me.employeeId()).stream(),
                        organisation.colleagues(me.employeeId()).stream())
                .distinct();
    }

    private boolean mayHave(Employee me, Employee other) {
        return properties.handOverTo().stream().anyMatch(relation -> is(relation, me, other));
    }

    private boolean is(Relation relation, Employee me, Employee other) {
        return switch (relation) {
            case SUBSTITUTE -> substitutes.namedBy(me.employeeId()).contains(other);
            case PEER ->
                !other.equals(me)
                        && other.role() == me.role()
                        && me.managerId() != null
                        && me.managerId().equals(other.managerId());
            case MANAGER -> other.employeeId().equals(me.managerId());
        };
    }

    private HeldStep one(String agreementId, Predicate<HeldStep> which) {
        return steps.of(agreementId).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("step.notYoursNow"));
    }

    private void note(TargetAgreement agreement, EventType type, String from, String to, String reason, Caller caller) {
        agreement.note(type, from, to, reason, new Act(access.actor(caller), clock.instant()));
        agreements.save(agreement);
    }

    private String name(String login) {
        return organisation.employeeByLogin(login).map(Employee::name).orElse(login);
    }

    private String employeeId(String login) {
        return organisation
                .employeeByLogin(Objects.requireNonNull(login))
                .map(Employee::employeeId)
                .orElse(login);
    }
}
