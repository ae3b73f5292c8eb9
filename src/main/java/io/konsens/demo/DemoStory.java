package io.konsens.demo;

import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.ShiftableClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Two weeks of a planning campaign: at its end there is an agreement in every state, and some are late. */
class DemoStory {

    private static final String DIRECTOR = "helene";

    private final Stage stage;
    private final Organisation organisation;
    private final ShiftableClock clock;

    DemoStory(Stage stage, Organisation organisation, ShiftableClock clock) {
        this.stage = stage;
        this.organisation = organisation;
        this.clock = clock;
    }

    private record Scene(Instant at, Runnable act) {}

    void play(PlanningPeriod period) {
        List<Scene> scenes = new ArrayList<>();
        Script script = new Script(scenes, period, LocalDate.now(clock), clock.getZone());
        script.write();
        scenes.sort(Comparator.comparing(Scene::at));
        for (Scene scene : scenes) {
            clock.set(scene.at());
            scene.act().run();
        }
    }

    /** A working day; at the weekend one counts from Friday. */
    static LocalDate workingDaysBefore(LocalDate today, int workingDays) {
        LocalDate day = today;
        for (int left = workingDays; left > 0 || isWeekend(day); day = day.minusDays(1)) {
            left -= isWeekend(day) ? 0 : 1;
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private final class Script {

        private final List<Scene> scenes;
        private final PlanningPeriod period;
        private final LocalDate today;
        private final ZoneId zone;

        Script(List<Scene> scenes, PlanningPeriod period, LocalDate today, ZoneId zone) {
            this.scenes = scenes;
            this.period = period;
            this.today = today;
            this.zone = zone;
        }

        private void at(int workingDaysAgo, int hour, int minute, Runnable act) {
            scenes.add(new Scene(
                    workingDaysBefore(today, workingDaysAgo)
                            .atTime(hour, minute)
                            .atZone(zone)
                            .toInstant(),
                    act));
        }

        private Negotiation negotiation(String rep) {
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

        void write() {
            at(10, 9, 0, () -> stage.expectGrowth(DemoCompany.PROCESS_OWNER, period.periodId()));
            at(10, 9, 30, () -> stage.announce(DemoCompany.PROCESS_OWNER, period.periodId()));
            at(9, 9, 0, () -> stage.startCampaign(DemoCompany.PROCESS_OWNER, period.periodId()));
            north();
            south();
            projects();
        }

        private void north() {
            Negotiation anna = negotiation("anna");
            at(4, 14, 20, () -> anna.plan(50));

            Negotiation ben = negotiation("ben");
            at(7, 11, 5, () -> ben.plan(60));
            at(2, 16, 30, () -> ben.addLine(organisation.productGroups()));
            at(2, 16, 45, () -> {
                ben.plan(100);
                ben.submitPlan();
            });

            Negotiation clara = negotiation("clara");
            at(9, 11, 15, () -> planAndSubmit(clara));
            at(8, 15, 30, () -> clara.review(6, "24.50"));
            at(7, 9, 40, () -> clara.answer(4));
            at(6, 13, 10, () -> clara.reviewAgain(2));
            at(5, 10, 55, () -> clara.answer(3));
            at(1, 14, 0, () -> clara.alignSome(1));

            Negotiation david = negotiation("david");
            at(9, 13, 35, () -> planAndSubmit(david));
            at(8, 8, 50, () -> david.review(3, "26.00"));
            at(6, 17, 5, () -> david.answer(0));
            at(3, 9, 25, david::repConfirms);
            at(1, 11, 30, david::managerConfirms);
        }

        private void south() {
            Negotiation sabine = negotiation("sabine");
            at(9, 17, 10, () -> planAndSubmit(sabine));

            Negotiation eva = negotiation("eva");
            at(8, 12, 20, () -> planAndSubmit(eva));
            at(7, 16, 0, () -> eva.review(5, "22.00"));
            at(2, 9, 15, () -> eva.answerSome(2, 1));

            Negotiation felix = negotiation("felix");
            at(8, 8, 30, () -> planAndSubmit(felix));
            at(6, 16, 40, () -> felix.review(5, "23.50"));
            at(3, 14, 25, () -> felix.answer(3));

            Negotiation greta = negotiation("greta");
            at(9, 10, 20, () -> planAndSubmit(greta));
            at(8, 16, 20, () -> greta.review(2, "25.00"));
            at(6, 8, 45, () -> greta.answer(0));
            at(5, 11, 15, greta::repConfirms);

            Negotiation hannes = negotiation("hannes");
            at(7, 10, 0, () -> hannes.plan(30));
            at(
                    4,
                    15,
                    45,
                    () -> hannes.withdraw(
                            DemoCompany.PROCESS_OWNER,
                            "Herr Vogel verlässt das Unternehmen zum Jahresende. Seine Kunden übernimmt das Team Süd."));
        }

        private void projects() {
            Negotiation igor = negotiation("igor");
            at(9, 11, 40, () -> planAndSubmit(igor));
            at(8, 9, 10, () -> igor.review(5, "19.50"));
            at(7, 13, 50, () -> igor.answer(4));
            at(6, 9, 30, () -> igor.reviewAgain(1));
            at(5, 16, 15, () -> igor.answer(4));
            at(2, 15, 0, igor::missConsensus);

            Negotiation julia = negotiation("julia");
            at(9, 15, 25, () -> planAndSubmit(julia));
            at(8, 9, 45, () -> julia.review(4, "20.00"));
            at(7, 14, 30, () -> julia.answer(3));
            at(6, 9, 55, () -> julia.reviewAgain(0));
            at(5, 11, 20, () -> julia.answer(3));
            at(4, 14, 0, julia::missConsensus);
            at(
                    3,
                    17,
                    30,
                    () -> julia.assign(
                            DIRECTOR,
                            "Beide Seiten gehört. Die Projekte in Köln sind vertraglich gesichert, der Vorschlag ist erreichbar."
                                    + " Ich gebe die Ziele vor."));
        }

        private void planAndSubmit(Negotiation negotiation) {
            negotiation.plan(100);
            negotiation.submitPlan();
        }
    }
}
