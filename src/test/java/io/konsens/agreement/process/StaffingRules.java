package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.staffing.ManagerChange;
import io.konsens.agreement.staffing.ManagerChanges;
import io.konsens.planning.imports.ImportKind;
import io.konsens.testing.SalesTeam;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An import says that a rep has another manager while their agreement is negotiated. */
abstract class StaffingRules extends ProcessRules {

    @Autowired
    private ManagerChanges changes;

    @AfterEach
    void everybodyHasTheirManagerBack() {
        reports("R1,Rita Reich,r1@example.org,rep,M1,Sales North,senior");
        reports("R2,Ralf Roth,r2@example.org,rep,M1,Sales North,junior");
    }

    @Test
    void the_agreement_is_listed_and_nothing_happens_to_it_silently() {
        Negotiation negotiation = negotiation().planned();
        assertThat(listed(negotiation)).isEmpty();

        reports("R1,Rita Reich,r1@example.org,rep,M2,Sales South,senior");

        assertThat(listed(negotiation))
                .extracting(
                        ManagerChange::agreementId,
                        ManagerChange::oldManagerName,
                        ManagerChange::newManagerName,
                        change -> change.state().name())
                .containsExactly(tuple(negotiation.id(), "Max Meier", "Mia Moll", "REVIEW"));
        assertThat(negotiation.agreement().managerId()).isEqualTo("M1");
        assertThat(task(negotiation, "reviewPlan")).isAssignedTo("m1");
        assertThat(negotiation.events(EventType.REASSIGNED)).isEmpty();
    }

    @Test
    void the_process_owner_moves_those_they_choose_by_the_message_and_with_a_reason() {
        Negotiation ritas = negotiation();
        Negotiation ralfs = new Negotiation(beans, ritas.agreement().periodId() + "-R2");
        reports("R1,Rita Reich,r1@example.org,rep,M2,Sales South,senior");
        reports("R2,Ralf Roth,r2@example.org,rep,M2,Sales South,junior");
        assertThat(listed(ritas)).hasSize(2);

        assertThat(reassign(ritas, List.of(ritas.id()), "North and South merge"))
                .isEmpty();

        assertThat(ritas.agreement().managerId()).isEqualTo("M2");
        assertThat(ritas.instance()).hasPassed("eventSubProcess_reassign");
        assertThat(ritas.events(EventType.REASSIGNED))
                .extracting(NegotiationEvent::by, NegotiationEvent::reason)
                .containsExactly(tuple(SalesTeam.OWNER, "North and South merge"));
        assertThat(ralfs.agreement().managerId()).isEqualTo("M1");
        assertThat(listed(ritas)).extracting(ManagerChange::agreementId).containsExactly(ralfs.id());

        reassign(ritas, List.of(ralfs.id()), "North and South merge");
        assertThat(listed(ritas)).isEmpty();
    }

    @Test
    void without_a_new_manager_it_stays_listed_until_there_is_one() {
        Negotiation negotiation = negotiation();
        reports("R1,Rita Reich,r1@example.org,rep,,Sales North,senior");

        assertThat(reassign(negotiation, List.of(negotiation.id()), "Max is gone"))
                .isNotEmpty();

        assertThat(negotiation.agreement().managerId()).isEqualTo("M1");
        assertThat(listed(negotiation)).hasSize(1);
    }

    @Test
    void what_both_have_agreed_is_not_touched_and_not_listed() {
        Negotiation negotiation = negotiation().agreed();
        reports("R1,Rita Reich,r1@example.org,rep,M2,Sales South,senior");

        assertThat(listed(negotiation)).isEmpty();
        assertThatThrownBy(() -> reassign(negotiation, List.of(negotiation.id()), "Too late"))
                .hasMessageContaining("staffing.notListed");
    }

    @Test
    void for_process_owners_only_and_never_without_a_reason() {
        Negotiation negotiation = negotiation();
        reports("R1,Rita Reich,r1@example.org,rep,M2,Sales South,senior");

        assertThatThrownBy(() -> reassign(negotiation, List.of(negotiation.id()), " "))
                .hasMessageContaining("step.reasonMissing");
        assertThatThrownBy(() -> changes.of(negotiation.agreement().periodId(), team.caller("m2")))
                .hasMessageContaining("refusal.onlyProcessOwner");
    }

    private List<ManagerChange> listed(Negotiation negotiation) {
        return changes.of(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER));
    }

    private List<?> reassign(Negotiation negotiation, List<String> ids, String reason) {
        return team.as(
                SalesTeam.OWNER,
                () -> changes.reassign(negotiation.agreement().periodId(), ids, reason, team.caller(SalesTeam.OWNER)));
    }

    private void reports(String row) {
        team.load(ImportKind.EMPLOYEES, "employee_id,name,email,role,manager_id,org_unit,seniority\n" + row + "\n");
    }
}
