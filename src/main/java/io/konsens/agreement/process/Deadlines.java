package io.konsens.agreement.process;

import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.Rules;
import io.konsens.calendar.WorkingDays;
import io.konsens.platform.KonsensProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The dates of a step, from table {@code deadlines} in the version the agreement began with. The process models ask for
 * them by the step's name: {@code ${deadlines.due(execution, 'planTargets')}}.
 *
 * <p>Working days are counted from the day the step begins, in the customer's zone, by the rep's org unit in table
 * {@code calendar}; a step is due at the end of a working day, reminders and escalations come in the morning.
 */
@Component("deadlines")
public class Deadlines {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final DecisionTables tables;
    private final CalendarTable calendars;
    private final Clock clock;
    private final KonsensProperties properties;

    Deadlines(DecisionTables tables, CalendarTable calendars, Clock clock, KonsensProperties properties) {
        this.tables = tables;
        this.calendars = calendars;
        this.clock = clock;
        this.properties = properties;
    }

    /** When the step should be done. */
    public Date due(VariableScope execution, String step) {
        return Date.from(
                at(execution, days(execution, step, "dueDays"), EVENING).toInstant());
    }

    /** When somebody should look after it: the first reminder. */
    public Date followUp(VariableScope execution, String step) {
        return Date.from(
                at(execution, days(execution, step, "remindDays"), MORNING).toInstant());
    }

    /**
     * An ISO 8601 repeating interval without end: first after the days the table gives, then as often again. The interval
     * itself knows no working days, so the engine asks anew each time, see {@code reevaluateTimeCycleWhenDue}.
     */
    public String remind(VariableScope execution, String step) {
        int days = days(execution, step, "remindDays");
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(execution, days, MORNING)) + "/P" + days + "D";
    }

    public Date escalate(VariableScope execution, String step) {
        return Date.from(
                at(execution, days(execution, step, "escalateDays"), MORNING).toInstant());
    }

    /** The rule that sets this step's dates. */
    Decision rule(VariableScope execution, String step) {
        return decide(execution, step).decision();
    }

    /** The rule of table {@code calendar} whose days are counted; null for an agreement older than that table. */
    @Nullable
    String calendar(VariableScope execution) {
        Integer version = calendarVersion(execution);
        if (version == null) {
            return null;
        }
        Decision rule = calendars.rule(version, orgUnit(execution));
        return rule.key() + " v" + rule.version() + " · " + rule.ruleId();
    }

    private ZonedDateTime at(VariableScope execution, int days, LocalTime time) {
        return workingDays(execution)
                .after(LocalDate.now(clock.withZone(properties.zone())), days)
                .atTime(time)
                .atZone(properties.zone());
    }

    /** An agreement older than table {@code calendar} keeps counting as it began: every day. */
    private WorkingDays workingDays(VariableScope execution) {
        Integer version = calendarVersion(execution);
        return version == null
                ? WorkingDays.ALL_DAYS
                : calendars.of(version, orgUnit(execution)).days();
    }

    private static @Nullable Integer calendarVersion(VariableScope execution) {
        return (Integer) execution.getVariable(Rules.CALENDAR + ProcessNames.VERSION);
    }

    private static String orgUnit(VariableScope execution) {
        return (String) execution.getVariable(ProcessNames.ORG_UNIT);
    }

    private int days(VariableScope execution, String step, String output) {
        Number days = decide(execution, step).value().getEntry(output);
        return days.intValue();
    }

    private Decided<DmnDecisionRuleResult> decide(VariableScope execution, String step) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("step", step);
        inputs.put(ProcessNames.ORG_UNIT, orgUnit(execution));
        int version = (Integer) execution.getVariable(Rules.DEADLINES + ProcessNames.VERSION);
        return tables.decide(Rules.DEADLINES, version, inputs);
    }
}
