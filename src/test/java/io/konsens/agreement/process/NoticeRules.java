package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.notice.Notice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.NoticeState;
import io.konsens.notice.Outbox;
import io.konsens.testing.SalesTeam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told when a step takes long. How it reaches them is another matter, see the tests of the mail. */
abstract class NoticeRules extends ProcessRules {

    @Autowired
    private Outbox outbox;

    @Autowired
    private LeadAgreement lead;

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "planTargets,     r1",
        "reviewPlan,      m1",
        "answerProposals, r1",
        "alignTargets,    m1",
        "resolveDispute,  b",
        "confirmRep,      r1",
        "confirmManager,  m1",
        "correctHandover, owner",
    })
    void whose_step_it_is_is_reminded(String step, String recipient) {
        Negotiation negotiation = at(step);

        fire(negotiation, "boundaryEvent_remind_" + step);

        assertThat(told(negotiation)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.REMINDER);
            assertThat(notice.recipient()).isEqualTo(recipient);
            assertThat(notice.subject())
                    .isEqualTo("Erinnerung: " + task(negotiation, step).getName());
            assertThat(notice.path())
                    .endsWith("?task=" + task(negotiation, step).getId());
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "planTargets,     m1",
        "reviewPlan,      b",
        "answerProposals, m1",
        "alignTargets,    b",
        "resolveDispute,  owner",
        "confirmRep,      m1",
        "confirmManager,  b",
        "correctHandover, owner",
    })
    void an_escalation_reaches_the_next_one_up_or_the_process_owners(String step, String recipient) {
        Negotiation negotiation = at(step);

        fire(negotiation, "boundaryEvent_escalate_" + step);

        assertThat(told(negotiation)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.ESCALATION);
            assertThat(notice.recipient()).isEqualTo(recipient);
            assertThat(notice.text()).contains("fällig war er am");
        });
    }

    @Test
    void a_reminder_says_when_the_step_is_or_was_due() {
        Negotiation negotiation = negotiation();
        for (int i = 0; i < 4; i++) {
            fire(negotiation, "boundaryEvent_remind_planTargets");
        }

        assertThat(told(negotiation))
                .extracting(notice -> notice.text().replaceAll(" am .* ", " … "))
                .containsExactly(
                        "Dieser Schritt wartet auf Sie und war … fällig.",
                        "Dieser Schritt wartet auf Sie und war … fällig.",
                        "Dieser Schritt wartet auf Sie und ist … fällig.",
                        "Dieser Schritt wartet auf Sie und ist … fällig.");
    }

    @Test
    void whoever_opens_the_task_reads_it_there_too() {
        Negotiation negotiation = negotiation();
        fire(negotiation, "boundaryEvent_remind_planTargets");
        fire(negotiation, "boundaryEvent_escalate_planTargets");

        assertThat(task(negotiation, "planTargets").getDescription())
                .startsWith("Eskaliert: Ziele planen")
                .contains("\n\nErinnerung: Ziele planen");
    }

    @Test
    void once_the_step_is_done_nobody_is_told_of_it_any_more() {
        Negotiation negotiation = negotiation();
        fire(negotiation, "boundaryEvent_remind_planTargets");
        fire(negotiation, "boundaryEvent_escalate_planTargets");

        negotiation.planned();

        assertThat(told(negotiation)).extracting(Notice::state).containsOnly(NoticeState.SETTLED);
    }

    @Test
    void nor_when_the_agreement_is_withdrawn_or_the_task_goes_to_somebody_else() {
        Negotiation withdrawn = negotiation();
        fire(withdrawn, "boundaryEvent_remind_planTargets");
        Negotiation reassigned = negotiation().planned();
        fire(reassigned, "boundaryEvent_remind_reviewPlan");

        team.as(SalesTeam.OWNER, () -> lead.withdraw(withdrawn.id(), because(Map.of()), team.caller(SalesTeam.OWNER)));
        team.as(
                SalesTeam.OWNER,
                () -> lead.reassign(reassigned.id(), because(Map.of("managerId", "M2")), team.caller(SalesTeam.OWNER)));

        for (Negotiation one : new Negotiation[] {withdrawn, reassigned}) {
            assertThat(told(one)).extracting(Notice::state).containsExactly(NoticeState.SETTLED);
        }
    }

    private static StepInput because(Map<String, Object> input) {
        Map<String, Object> withReason = new HashMap<>(input);
        withReason.put("reason", "Because");
        return new StepInput(withReason);
    }

    private void fire(Negotiation negotiation, String timer) {
        @Nullable Job job = job(negotiation, timer);
        assertThat(job).as(timer).isNotNull();
        clock.set(job.getDuedate().toInstant().plusSeconds(30));
        managementService.executeJob(job.getId());
    }

    private Negotiation at(String step) {
        return step.equals("correctHandover") ? rejected() : negotiation().at(step);
    }

    /** Newest first. */
    private List<Notice> told(Negotiation negotiation) {
        return outbox.list(new Outbox.Filter(null, null, null), 1000, team.caller(SalesTeam.OWNER)).stream()
                .filter(notice -> negotiation.id().equals(notice.agreementId()))
                .toList();
    }
}
