package io.konsens.agreement.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens when a step takes long. Days are working days of table deadlines, dates those of the customer's zone. */
abstract class DeadlineRules extends ProcessRules {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final WorkingDays DAYS = WorkingDays.in("de", Set.of());

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest(name = "{0}: due after {1} days, first reminder after {2}, escalation after {3}")
    @CsvSource({
        "planTargets,     10, 5, 15",
        "reviewPlan,       7, 4, 11",
        "answerProposals,  5, 3,  7",
        "alignTargets,     7, 4, 10",
        "resolveDispute,   5, 2,  7",
        "confirmRep,       4, 2,  6",
        "confirmManager,   4, 2,  6",
        "correctHandover,  2, 1,  4",
    })
    void every_step_has_its_dates_from_the_table(String step, int due, int remind, int escalate) {
        Negotiation negotiation = at(step);
        Task task = task(negotiation, step);

        assertThat(task.getDueDate()).isEqualTo(in(due, LocalTime.of(18, 0)));
        assertThat(task.getFollowUpDate()).isEqualTo(in(remind, LocalTime.of(8, 0)));
        assertThat(reminder(negotiation, step).getDuedate()).isEqualTo(in(remind, LocalTime.of(8, 0)));
        assertThat(escalation(negotiation, step).getDuedate()).isEqualTo(in(escalate, LocalTime.of(8, 0)));
        assertThat(negotiation.events(EventType.DEADLINE_SET))
                .filteredOn(event -> event.decision().ruleId().equals(rule(step)))
                .singleElement()
                .satisfies(event -> assertThat(Instant.parse(event.to()))
                        .isEqualTo(task.getDueDate().toInstant()));
    }

    @ParameterizedTest
    @CsvSource({
        "planTargets,     5",
        "reviewPlan,      4",
        "answerProposals, 3",
        "alignTargets,    4",
        "resolveDispute,  2",
        "confirmRep,      2",
        "confirmManager,  2",
        "correctHandover, 1",
    })
    void reminders_repeat_without_end_and_do_not_interrupt(String step, int remind) {
        Negotiation negotiation = at(step);
        String taskId = task(negotiation, step).getId();

        for (int time = 1; time <= 3; time++) {
            Job reminder = reminder(negotiation, step);
            assertThat(reminder.getDuedate()).isEqualTo(in(remind, LocalTime.of(8, 0)));
            clock.set(reminder.getDuedate().toInstant().plusSeconds(60));
            managementService.executeJob(reminder.getId());
        }

        assertThat(task(negotiation, step).getId()).isEqualTo(taskId);
        assertThat(task(negotiation, step).getPriority()).isEqualTo(60);
        assertThat(negotiation.events(EventType.REMINDED))
                .hasSize(3)
                .extracting(NegotiationEvent::to)
                .containsOnly(step);
    }

    @ParameterizedTest(name = "{0} is shown to {1}")
    @CsvSource(
            nullValues = "nobody else",
            value = {
                "planTargets,     m1",
                "reviewPlan,      b",
                "answerProposals, m1",
                "alignTargets,    b",
                "resolveDispute,  nobody else",
                "confirmRep,      m1",
                "confirmManager,  b",
                "correctHandover, nobody else",
            })
    void an_escalation_shows_the_step_to_the_next_one_up_and_does_not_interrupt(String step, @Nullable String next) {
        Negotiation negotiation = at(step);
        String assignee = task(negotiation, step).getAssignee();

        managementService.executeJob(escalation(negotiation, step).getId());

        assertThat(task(negotiation, step)).isNotNull();
        assertThat(task(negotiation, step).getAssignee()).isEqualTo(assignee);
        assertThat(task(negotiation, step).getPriority()).isEqualTo(90);
        assertThat(candidates(negotiation, step)).isEqualTo(next == null ? Set.of() : Set.of(next));
        assertThat(negotiation.events(EventType.ESCALATED))
                .singleElement()
                .satisfies(event -> assertThat(event.to()).isEqualTo(step));
        assertThat(escalation(negotiation, step)).as("it escalates once").isNull();
    }

    /** Users beside the two sides, who see their own tasks anyway. */
    private Set<String> candidates(Negotiation negotiation, String step) {
        return taskService.getIdentityLinksForTask(task(negotiation, step).getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(IdentityLink::getUserId)
                .filter(user -> user != null && !user.equals("r1"))
                .collect(toSet());
    }

    private static String rule(String step) {
        return "rule_" + step;
    }

    private Negotiation at(String step) {
        return step.equals("correctHandover") ? rejected() : negotiation().at(step);
    }

    private Job reminder(Negotiation negotiation, String step) {
        return job(negotiation, "boundaryEvent_remind_" + step);
    }

    private Job escalation(Negotiation negotiation, String step) {
        return job(negotiation, "boundaryEvent_escalate_" + step);
    }

    private Date in(int workingDays, LocalTime time) {
        LocalDate day = DAYS.after(LocalDate.now(clock.withZone(ZONE)), workingDays);
        return Date.from(day.atTime(time).atZone(ZONE).toInstant());
    }
}
