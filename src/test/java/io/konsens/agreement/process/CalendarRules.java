package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.platform.Refusal;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines count the working days of the rep's org unit; a process owner says which those are. */
abstract class CalendarRules extends ProcessRules {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @AfterEach
    void asItWas() throws IOException {
        clock.reset();
        deploy("calendar.dmn", UnaryOperator.identity());
    }

    @Test
    void at_christmas_only_days_that_are_worked_on_count() {
        itIs("2026-12-14T10:00");
        Negotiation negotiation = negotiation();

        assertThat(due(negotiation, "planTargets")).isEqualTo(at("2026-12-29T18:00"));
        assertThat(escalation(negotiation, "planTargets")).isEqualTo(at("2027-01-06T08:00"));
        assertThat(negotiation.events(EventType.DEADLINE_SET))
                .extracting(NegotiationEvent::reason)
                .singleElement()
                .satisfies(calendar -> assertThat(calendar).matches("calendar v\\d+ · rule_everybody"));
    }

    @Test
    void an_org_unit_may_have_the_holidays_of_its_state() throws IOException {
        itIs("2026-12-14T10:00");
        deploy("calendar.dmn", CalendarRules::northIsInBavaria);

        Negotiation north = negotiation("R1");
        Negotiation elsewhere = negotiation("R3");

        assertThat(escalation(north, "planTargets")).as("Epiphany is one").isEqualTo(at("2027-01-07T08:00"));
        assertThat(escalation(elsewhere, "planTargets")).isEqualTo(at("2027-01-06T08:00"));
    }

    @Test
    void a_running_agreement_keeps_the_calendar_it_began_with() throws IOException {
        Negotiation before = negotiation();
        deploy("calendar.dmn", CalendarRules::northIsInBavaria);
        Negotiation after = negotiation();
        itIs("2026-12-21T10:00");

        assertThat(escalation(before.planned(), "reviewPlan")).isEqualTo(at("2027-01-07T08:00"));
        assertThat(escalation(after.planned(), "reviewPlan")).isEqualTo(at("2027-01-08T08:00"));
    }

    @Test
    void an_agreement_older_than_the_calendar_counts_every_day() {
        Negotiation old = negotiation();
        runtimeService.removeVariable(old.instance().getId(), "calendarVersion");
        itIs("2026-12-21T10:00");

        assertThat(due(old.planned(), "reviewPlan")).isEqualTo(at("2026-12-28T18:00"));
    }

    @Test
    void a_reminder_repeats_in_working_days_and_at_the_same_hour_across_easter_and_summer_time() {
        itIs("2027-03-24T10:00");
        Negotiation negotiation = negotiation();

        for (String next : new String[] {"2027-04-02T08:00", "2027-04-09T08:00", "2027-04-16T08:00"}) {
            Job reminder = job(negotiation, "boundaryEvent_remind_planTargets");
            assertThat(reminder.getDuedate()).isEqualTo(at(next));
            clock.set(reminder.getDuedate().toInstant().plusSeconds(30));
            managementService.executeJob(reminder.getId());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"de\"    | \"de-xx\"         | de-xx",
                "\"de\"    | \"\"              | region",
                "\"de\"    | orgUnit           | orgUnit",
                "\"de\"    |                   | region",
                "\"19:00\" | \"late\"          | late",
                "\"19:00\" | \"05:00\"         | 05:00",
                "\"\"      | \"24.12.\"        | 24.12.",
            })
    void a_calendar_nobody_could_follow_is_refused_while_it_is_deployed(String cell, String instead, String named) {
        String written = instead == null ? "" : instead;

        assertThatThrownBy(() -> deploy(
                        "calendar.dmn",
                        table -> table.replace("<text>" + cell + "</text>", "<text>" + written + "</text>")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal).hasMessageContaining("rule_everybody").hasMessageContaining(named);
                });
    }

    private static String northIsInBavaria(String table) {
        return table.replaceFirst(
                        "(id=\"rule_everybody_in1\">\\s*)<text></text>", "$1<text>not(\"Sales North\")</text>")
                .replace("</decisionTable>", """
                        <rule id="rule_north">
                          <description>Bayern / Bavaria</description>
                          <inputEntry id="north1"><text>"Sales North"</text></inputEntry>
                          <outputEntry id="north2"><text>"de-by"</text></outputEntry>
                          <outputEntry id="north3"><text>""</text></outputEntry>
                          <outputEntry id="north4"><text>"19:00"</text></outputEntry>
                          <outputEntry id="north5"><text>"07:00"</text></outputEntry>
                        </rule>
                        </decisionTable>""");
    }

    private void itIs(String time) {
        clock.set(at(time).toInstant());
    }

    private Date due(Negotiation negotiation, String step) {
        return task(negotiation, step).getDueDate();
    }

    private Date escalation(Negotiation negotiation, String step) {
        return job(negotiation, "boundaryEvent_escalate_" + step).getDuedate();
    }

    private static Date at(String time) {
        return Date.from(LocalDateTime.parse(time).atZone(ZONE).toInstant());
    }
}
