package io.konsens.agreement.web;

import io.konsens.agreement.domain.Actor;
import io.konsens.agreement.domain.Side;
import io.konsens.agreement.domain.TargetAgreement;
import java.util.List;

/** What a page should offer somebody now. It only spares them refusals: the agreement itself decides. */
public final class Allowed {

    private Allowed() {}

    public static List<String> in(TargetAgreement agreement, Actor actor, boolean mediator) {
        boolean rep = agreement.repId().equals(actor.employeeId());
        boolean manager = agreement.managerId().equals(actor.employeeId());
        return switch (agreement.state()) {
            case PLANNING -> rep ? List.of("VIEW", "PLAN", "ADD_LINE", "SUBMIT") : List.of("VIEW");
            case REVIEW -> manager ? List.of("VIEW", "PROPOSE", "SUBMIT") : List.of("VIEW");
            case RESPONSE -> rep ? List.of("VIEW", "ANSWER", "SUBMIT") : List.of("VIEW");
            case ALIGNMENT -> rep || manager ? List.of("VIEW", "AGREE", "SUBMIT") : List.of("VIEW");
            case DISPUTE -> mediator ? List.of("VIEW", "RESOLVE", "SUBMIT") : List.of("VIEW");
            case CONFIRMATION -> mayConfirm(agreement, actor) ? List.of("VIEW", "CONFIRM", "SUBMIT") : List.of("VIEW");
            case AGREED, HANDED_OVER, ASSIGNED, WITHDRAWN -> List.of("VIEW");
        };
    }

    private static boolean mayConfirm(TargetAgreement agreement, Actor actor) {
        return agreement.mayConfirm(Side.REP, actor) || agreement.mayConfirm(Side.MANAGER, actor);
    }
}
