package io.konsens.agreement.application;

import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What rep and manager note on single lines. A note is said, not agreed: it stays in the record and changes no figure. */
@Component
public class Notes {

    private final Agreements agreements;
    private final AgreementAccess access;
    private final Clock clock;

    Notes(Agreements agreements, AgreementAccess access, Clock clock) {
        this.agreements = agreements;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The notes on a line, oldest first.
     *
     * @param mayAdd whether this caller may leave one more now
     */
    public record OnLine(List<NegotiationEvent> notes, boolean mayAdd) {}

    /** @throws Refusal NOT_FOUND without such a line, or if the caller may not see it */
    public OnLine on(String agreementId, String lineId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        agreement.line(lineId);
        return new OnLine(agreements.notes(agreementId, lineId), mayAdd(agreement, access.viewer(caller, agreement)));
    }

    /** @throws Refusal as {@link TargetAgreement#leaveNote} says */
    @Transactional
    public void add(String agreementId, String lineId, String text, Caller caller) {
        TargetAgreement agreement = access.locked(agreementId, caller);
        agreement.leaveNote(lineId, text, new Act(access.actor(caller, agreement), clock.instant()));
        agreements.save(agreement);
    }

    private static boolean mayAdd(TargetAgreement agreement, Actor actor) {
        return agreement.state().isNegotiating()
                && (agreement.repId().equals(actor.employeeId())
                        || agreement.managerId().equals(actor.employeeId()));
    }
}
