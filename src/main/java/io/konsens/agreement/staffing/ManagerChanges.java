package io.konsens.agreement.staffing;

import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.staffing.persistence.ManagerChangeMapper;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reps who got another manager while their agreement is negotiated. Who negotiates is never changed by an import: a
 * process owner decides, for one or for all of them, and says why.
 */
@Component
public class ManagerChanges {

    private final ManagerChangeMapper mapper;
    private final LeadAgreement lead;

    ManagerChanges(ManagerChangeMapper mapper, LeadAgreement lead) {
        this.mapper = mapper;
        this.lead = lead;
    }

    /**
     * By the new manager's name; those without one come last.
     *
     * @throws Refusal FORBIDDEN for anybody but process owners
     */
    public List<ManagerChange> of(String periodId, Caller caller) {
        caller.require(Groups.PROCESS_OWNER, "refusal.onlyProcessOwner");
        return mapper.changes(periodId);
    }

    /**
     * Gives these agreements to the rep's present manager, each on its own: one that cannot be moved holds up no other.
     *
     * @return why some were not moved; empty if all were
     * @throws Refusal FORBIDDEN for anybody but process owners; INVALID without a reason; CONFLICT if one of them is no
     *     longer among the changes, so that nobody moves what they have not seen
     */
    public List<Problem> reassign(String periodId, Collection<String> agreementIds, String reason, Caller caller) {
        List<ManagerChange> known = of(periodId, caller);
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Kind.INVALID, List.of(new Problem(null, "reason", "step.reasonMissing")));
        }
        List<ManagerChange> asked = known.stream()
                .filter(change -> agreementIds.contains(change.agreementId()))
                .toList();
        if (asked.isEmpty() || asked.size() < agreementIds.size()) {
            throw Refusal.conflict("staffing.notListed");
        }
        List<Problem> problems = new ArrayList<>();
        for (ManagerChange change : asked) {
            try {
                move(change, reason, caller);
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
        }
        return problems;
    }

    private void move(ManagerChange change, String reason, Caller caller) {
        if (change.newManagerId() == null) {
            throw Refusal.invalid("campaign.managerMissing", change.repName());
        }
        lead.reassign(
                change.agreementId(),
                new StepInput(Map.of("managerId", change.newManagerId(), "reason", reason)),
                caller);
    }
}
