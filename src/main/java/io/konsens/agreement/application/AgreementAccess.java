package io.konsens.agreement.application;

import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose data it is. What is not yours looks exactly like what does not exist. */
@Component
public class AgreementAccess {

    private static final List<String> SEE_ALL = List.of(Groups.PROCESS_OWNER, Groups.FINANCE, Groups.ADMIN);

    private final Agreements agreements;
    private final Organisation organisation;
    private final StandIns standIns;

    AgreementAccess(Agreements agreements, Organisation organisation, StandIns standIns) {
        this.agreements = agreements;
        this.organisation = organisation;
        this.standIns = standIns;
    }

    /** @throws Refusal NOT_FOUND if there is none or the caller may not see it */
    public TargetAgreement visible(String agreementId, Caller caller) {
        return sees(agreementId, caller).orElseThrow(Refusal::notFound);
    }

    /** The same without a refusal. */
    Optional<TargetAgreement> sees(String agreementId, Caller caller) {
        return agreements.find(agreementId).filter(agreement -> maySee(Parties.of(agreement), caller));
    }

    /**
     * How far it has come, without loading it.
     *
     * @throws Refusal as {@link #visible}
     */
    public Agreements.Pulse pulse(String agreementId, Caller caller) {
        return agreements
                .pulse(agreementId)
                .filter(pulse -> maySee(Parties.of(agreementId, pulse), caller))
                .orElseThrow(Refusal::notFound);
    }

    /** The task list may still show a substitute for a moment what is no longer theirs to see. */
    public boolean isVisible(String agreementId, Caller caller) {
        return agreements
                .pulse(agreementId)
                .filter(pulse -> maySee(Parties.of(agreementId, pulse), caller))
                .isPresent();
    }

    /** What {@link #visible} gives, held for this transaction; see {@link Agreements#lock}. */
    public TargetAgreement locked(String agreementId, Caller caller) {
        return agreements
                .lock(agreementId)
                .filter(agreement -> maySee(Parties.of(agreement), caller))
                .orElseThrow(Refusal::notFound);
    }

    /** Whether this caller is the rep or the manager of an agreement. */
    boolean isParty(TargetAgreement agreement, Caller caller) {
        return agreement.isParty(actor(caller));
    }

    /**
     * The id of the revision that counts for the rep and period of this agreement: often itself.
     *
     * @throws Refusal as {@link #visible}
     */
    public String inForce(String agreementId, Caller caller) {
        pulse(agreementId, caller);
        return agreements.inForce(agreementId);
    }

    /** Somebody who acts for nobody but themselves. */
    public Actor actor(Caller caller) {
        return new Actor(
                caller.userId(),
                organisation
                        .employeeByLogin(caller.userId())
                        .map(Employee::employeeId)
                        .orElse(null));
    }

    /**
     * Somebody who acts on an agreement, for themselves or for whom they stand in for there.
     *
     * @throws Refusal CONFLICT if they would stand in for both sides: nobody agrees with themselves
     */
    public Actor actor(Caller caller, TargetAgreement agreement) {
        return organisation
                .employeeByLogin(caller.userId())
                .flatMap(me -> standIns.absent(agreement, me.employeeId()))
                .map(absent -> new Actor(
                        caller.userId(), absent.employeeId(), absent.login(), standIns.mayConfirmForManagers()))
                .orElseGet(() -> actor(caller));
    }

    /** The same, for what somebody is shown: who would stand in for both sides is just looking on. */
    public Actor viewer(Caller caller, TargetAgreement agreement) {
        try {
            return actor(caller, agreement);
        } catch (Refusal bothSides) {
            return actor(caller);
        }
    }

    /** Whether this caller may see everybody's agreements. */
    public static boolean seesAll(Caller caller) {
        return SEE_ALL.stream().anyMatch(caller::in);
    }

    /**
     * What a list may show this caller: null for everything.
     *
     * @throws Refusal NOT_FOUND for somebody who is no employee and does not see everything
     */
    public Agreements.@Nullable Visible visibility(Caller caller) {
        if (seesAll(caller)) {
            return null;
        }
        return organisation
                .employeeByLogin(caller.userId())
                .map(me -> new Agreements.Visible(
                        me.employeeId(), organisation.below(me.employeeId()), standIns.absentFor(me.employeeId())))
                .orElseThrow(Refusal::notFound);
    }

    /** Who settles a dispute of this agreement: the manager's manager; empty where the process owners must. */
    public Optional<Employee> mediator(String managerId) {
        return organisation.employee(managerId).map(Employee::managerId).flatMap(organisation::employee);
    }

    /** Whether this caller settles disputes of this agreement, or stands in for who does. */
    public boolean isMediator(TargetAgreement agreement, Caller caller) {
        return mediator(agreement.managerId())
                .map(mediator ->
                        mediator.employeeId().equals(viewer(caller, agreement).employeeId()))
                .orElseGet(() -> caller.in(Groups.PROCESS_OWNER));
    }

    private boolean maySee(Parties parties, Caller caller) {
        if (seesAll(caller)) {
            return true;
        }
        return organisation
                .employeeByLogin(caller.userId())
                .map(Employee::employeeId)
                .filter(me -> parties.sides().contains(me)
                        || organisation.below(me).contains(parties.repId())
                        || standIns.mayLookOn(parties, me))
                .isPresent();
    }
}
