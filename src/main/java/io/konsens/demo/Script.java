package io.konsens.demo;

import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.PlanningPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What happens when: written in any order, played in the order of time. */
final class Script {

    record Scene(Instant at, Runnable act) {}

    private final List<Scene> scenes = new ArrayList<>();
    private final Stage stage;
    private final Organisation organisation;
    private final PlanningPeriod period;
    private final LocalDate today;
    private final ZoneId zone;

    Script(Stage stage, Organisation organisation, PlanningPeriod period, LocalDate today, ZoneId zone) {
        this.stage = stage;
        this.organisation = organisation;
        this.period = period;
        this.today = today;
        this.zone = zone;
    }

    void at(int workingDaysAgo, int hour, int minute, Runnable act) {
        scenes.add(new Scene(
                DemoStory.workingDaysBefore(today, workingDaysAgo)
                        .atTime(hour, minute)
                        .atZone(zone)
                        .toInstant(),
                act));
    }

    Negotiation negotiation(String rep) {
        Employee employee = organisation.employee(rep).orElseThrow();
        Employee manager = organisation
                .employee(Objects.requireNonNull(employee.managerId()))
                .orElseThrow();
        return new Negotiation(
                stage,
                TargetAgreement.idOf(period.periodId(), rep),
                rep,
                manager.login(),
                phrases(employee),
                phrases(manager));
    }

    private static Phrases phrases(Employee employee) {
        return new Phrases(Optional.ofNullable(employee.language()).orElse("de"));
    }

    List<Scene> inOrder() {
        return scenes.stream().sorted(Comparator.comparing(Scene::at)).toList();
    }
}
