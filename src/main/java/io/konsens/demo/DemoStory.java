package io.konsens.demo;

import io.konsens.calendar.WorkingDays;
import io.konsens.planning.Organisation;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.ShiftableClock;
import java.time.LocalDate;
import java.util.Set;

/** Two weeks of a planning campaign: at its end there is an agreement in every state, and some are late. */
class DemoStory {

    private static final String DIRECTOR = "helene";
    /** As table calendar has it for everybody, so that what is late in the story is so at Christmas, too. */
    private static final WorkingDays DAYS = WorkingDays.in("de", Set.of());

    private final Stage stage;
    private final Organisation organisation;
    private final ShiftableClock clock;

    DemoStory(Stage stage, Organisation organisation, ShiftableClock clock) {
        this.stage = stage;
        this.organisation = organisation;
        this.clock = clock;
    }

    void play(PlanningPeriod period) {
        Script script = new Script(stage, organisation, period, LocalDate.now(clock), clock.getZone());
        write(script, period.periodId());
        for (Script.Scene scene : script.inOrder()) {
            clock.set(scene.at());
            scene.act().run();
        }
    }

    /** A working day; on a day off one counts from the last one that was worked on. */
    static LocalDate workingDaysBefore(LocalDate today, int workingDays) {
        return DAYS.before(today.plusDays(1), workingDays + 1);
    }

    private void write(Script script, String periodId) {
        script.at(10, 9, 0, () -> stage.expectGrowth(DemoCompany.PROCESS_OWNER, periodId));
        script.at(10, 9, 30, () -> stage.announce(DemoCompany.PROCESS_OWNER, periodId));
        script.at(9, 9, 0, () -> stage.startCampaign(DemoCompany.PROCESS_OWNER, periodId));
        north(script);
        south(script);
        projects(script);
        new RuhrScenes(script).write();
    }

    private void north(Script script) {
        Negotiation anna = script.negotiation("anna");
        script.at(4, 14, 20, () -> anna.plan(50));

        Negotiation ben = script.negotiation("ben");
        script.at(7, 11, 5, () -> ben.plan(60));
        script.at(2, 16, 30, () -> ben.addLine(organisation.productGroups()));
        script.at(2, 16, 45, () -> {
            ben.plan(100);
            ben.submitPlan();
        });

        Negotiation clara = script.negotiation("clara");
        script.at(9, 11, 15, clara::planAndSubmit);
        script.at(8, 15, 30, () -> clara.review(6, "24.50"));
        script.at(7, 9, 40, () -> clara.answer(4));
        script.at(6, 13, 10, () -> clara.reviewAgain(2));
        script.at(5, 10, 55, () -> clara.answer(3));
        script.at(1, 14, 0, () -> clara.alignSome(1));

        Negotiation david = script.negotiation("david");
        script.at(9, 13, 35, david::planAndSubmit);
        script.at(8, 8, 50, () -> david.review(3, "26.00"));
        script.at(6, 17, 5, () -> david.answer(0));
        script.at(3, 9, 25, david::repConfirms);
        script.at(1, 11, 30, david::managerConfirms);
    }

    private void south(Script script) {
        Negotiation sabine = script.negotiation("sabine");
        script.at(9, 17, 10, sabine::planAndSubmit);

        Negotiation eva = script.negotiation("eva");
        script.at(8, 12, 20, eva::planAndSubmit);
        script.at(7, 16, 0, () -> eva.review(5, "22.00"));
        script.at(2, 9, 15, () -> eva.answerSome(2, 1));

        Negotiation felix = script.negotiation("felix");
        script.at(8, 8, 30, felix::planAndSubmit);
        script.at(6, 16, 40, () -> felix.review(5, "23.50"));
        script.at(3, 14, 25, () -> felix.answer(3));

        Negotiation greta = script.negotiation("greta");
        script.at(9, 10, 20, greta::planAndSubmit);
        script.at(8, 16, 20, () -> greta.review(2, "25.00"));
        script.at(6, 8, 45, () -> greta.answer(0));
        script.at(5, 11, 15, greta::repConfirms);

        Negotiation hannes = script.negotiation("hannes");
        script.at(7, 10, 0, () -> hannes.plan(30));
        script.at(
                4,
                15,
                45,
                () -> hannes.withdraw(
                        DemoCompany.PROCESS_OWNER,
                        "Herr Vogel verlässt das Unternehmen zum Jahresende. Seine Kunden übernimmt das Team Süd."));
    }

    private void projects(Script script) {
        Negotiation igor = script.negotiation("igor");
        script.at(9, 11, 40, igor::planAndSubmit);
        script.at(8, 9, 10, () -> igor.review(5, "19.50"));
        script.at(7, 13, 50, () -> igor.answer(4));
        script.at(6, 9, 30, () -> igor.reviewAgain(1));
        script.at(5, 16, 15, () -> igor.answer(4));
        script.at(2, 15, 0, igor::missConsensus);

        Negotiation julia = script.negotiation("julia");
        script.at(9, 15, 25, julia::planAndSubmit);
        script.at(8, 9, 45, () -> julia.review(4, "20.00"));
        script.at(7, 14, 30, () -> julia.answer(3));
        script.at(6, 9, 55, () -> julia.reviewAgain(0));
        script.at(5, 11, 20, () -> julia.answer(3));
        script.at(4, 14, 0, julia::missConsensus);
        script.at(
                3,
                17,
                30,
                () -> julia.assign(
                        DIRECTOR,
                        "Beide Seiten gehört. Die Projekte in Köln sind vertraglich gesichert, der Vorschlag ist erreichbar."
                                + " Ich gebe die Ziele vor."));
    }
}
