package io.konsens.agreement.process;

import io.konsens.agreement.domain.Decided;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.Rules;
import io.konsens.calendar.OfficeCalendar;
import io.konsens.calendar.OfficeCalendars;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** Table {@code calendar}: which holidays and quiet hours each org unit has. */
@Component
class CalendarTable implements OfficeCalendars {

    private record Asked(int version, String orgUnit) {}

    private final DecisionTables tables;
    /** Deployed tables never change, so neither does what one says of a unit. */
    private final Map<Asked, Decided<OfficeCalendar>> known = new ConcurrentHashMap<>();

    CalendarTable(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public OfficeCalendar inForce(String orgUnit) {
        return of(tables.latestVersion(Rules.CALENDAR), orgUnit);
    }

    OfficeCalendar of(int version, String orgUnit) {
        return decide(version, orgUnit).value();
    }

    Decision rule(int version, String orgUnit) {
        return decide(version, orgUnit).decision();
    }

    private Decided<OfficeCalendar> decide(int version, String orgUnit) {
        return known.computeIfAbsent(new Asked(version, orgUnit), asked -> {
            Decided<DmnDecisionRuleResult> row =
                    tables.decide(Rules.CALENDAR, asked.version(), Map.of(ProcessNames.ORG_UNIT, asked.orgUnit()));
            CalendarRow texts = new CalendarRow(row.value()::getEntry);
            return new Decided<>(texts.calendar(), row.decision());
        });
    }
}
