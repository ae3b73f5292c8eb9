package io.konsens.agreement.application;

import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.Substitutes;
import io.konsens.platform.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * For whom somebody may act on an agreement beside themselves: because they stand in for them today, or because a step was
 * handed to them. On one agreement everybody is on one side only, and their own comes first.
 */
@Component
public class StandIns {

    private final Substitutes substitutes;
    private final Delegations delegations;
    private final Organisation organisation;
    private final DelegationProperties properties;

    StandIns(
            Substitutes substitutes,
            Delegations delegations,
            Organisation organisation,
            DelegationProperties properties) {
        this.substitutes = substitutes;
        this.delegations = delegations;
        this.organisation = organisation;
        this.properties = properties;
    }

    /**
     * Whom this employee acts for on this agreement now; empty if for themselves, whether or not they have a part in it.
     *
     * @throws Refusal CONFLICT if they would stand in for both sides
     */
    Optional<Employee> absent(TargetAgreement agreement, String me) {
        Parties parties = Parties.of(agreement);
        if (parties.sides().contains(me)) {
            return Optional.empty();
        }
        Set<String> mine = represented(parties, me);
        if (mine.containsAll(parties.sides())) {
            throw Refusal.conflict("substitute.bothSides");
        }
        Optional<String> who = parties.inDispute()
                ? mediator(parties)
                        .filter(mine::contains)
                        .filter(mediator ->
                                !mediator.equals(me) && parties.sides().stream().noneMatch(mine::contains))
                : mine.stream().filter(parties.sides()::contains).findFirst();
        return who.flatMap(organisation::employee);
    }

    /** Whether this employee stands in for anybody who has a part in this agreement now. */
    boolean mayLookOn(Parties parties, String me) {
        Set<String> mine = represented(parties, me);
        return !mine.isEmpty()
                && (parties.sides().stream().anyMatch(mine::contains)
                        || (parties.inDispute()
                                && mediator(parties).filter(mine::contains).isPresent()));
    }

    Set<String> absentFor(String me) {
        return substitutes.absentFor(me);
    }

    /**
     * Who does somebody's step today because they are away; empty if they do it themselves.
     *
     * @param agreement locked or not: nothing of it is changed
     */
    public Optional<Employee> substituteFor(TargetAgreement agreement, Step step, Employee absent) {
        return substitutes
                .substituteOf(absent.employeeId())
                .filter(substitute ->
                        objection(agreement, step, absent, substitute).isEmpty());
    }

    /**
     * Who looks after the agreement of this manager and rep, both employee ids, for the manager today: they themselves, unless
     * they are away and somebody stands in.
     */
    public Optional<Employee> managerPresent(String managerId, String repId) {
        return substitutes
                .substituteOf(managerId)
                .filter(substitute -> !substitute.employeeId().equals(repId))
                .or(() -> organisation.employee(managerId));
    }

    /** Why one person cannot do another one's step: the code of a text; empty if they can. */
    Optional<String> objection(TargetAgreement agreement, Step step, Employee principal, Employee other) {
        if (step == Step.CONFIRM_REP || (step == Step.CONFIRM_MANAGER && !mayConfirmForManagers())) {
            return Optional.of("substitute.confirmationIsPersonal");
        }
        Parties parties = Parties.of(agreement);
        Set<String> others = represented(parties, other.employeeId());
        others.add(other.employeeId());
        others.remove(principal.employeeId());
        return parties.sides().stream().anyMatch(others::contains)
                ? Optional.of("substitute.bothSides")
                : Optional.empty();
    }

    boolean mayConfirmForManagers() {
        return properties.substitutesConfirm();
    }

    private Set<String> represented(Parties parties, String me) {
        Set<String> mine = new HashSet<>(substitutes.absentFor(me));
        delegations.with(parties.agreementId(), me).stream()
                .filter(delegation -> delegation.step().state(parties.state()) == parties.state())
                .map(Delegation::principalId)
                .forEach(mine::add);
        return mine;
    }

    private Optional<String> mediator(Parties parties) {
        return organisation.employee(parties.managerId()).map(Employee::managerId);
    }
}
