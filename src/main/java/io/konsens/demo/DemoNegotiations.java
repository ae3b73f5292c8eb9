package io.konsens.demo;

import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.ActingAs;
import io.konsens.platform.CurrentCaller;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Plays the demo company's campaign up to today, everybody through the same doors they have in real life. */
@Component
@ConditionalOnProperty("konsens.demo")
class DemoNegotiations {

    private static final List<String> REASONS = List.of(
            "Neubaugebiet in der Nachbarschaft, da ist mehr drin",
            "Der Wettbewerber hat dort geschlossen",
            "Rahmenvertrag ab Februar",
            "Förderung für Wärmepumpen läuft weiter");
    private static final List<String> OBJECTIONS = List.of(
            "Der Kunde baut sein Lager ab", "Das Projekt ist einmalig gewesen", "Preisdruck, eher weniger Menge");

    private final Agreements agreements;
    private final ChangeLines changeLines;
    private final LeadAgreement lead;
    private final ActingAs actingAs;
    private final CurrentCaller caller;

    DemoNegotiations(
            Agreements agreements,
            ChangeLines changeLines,
            LeadAgreement lead,
            ActingAs actingAs,
            CurrentCaller caller) {
        this.agreements = agreements;
        this.changeLines = changeLines;
        this.lead = lead;
        this.actingAs = actingAs;
        this.caller = caller;
    }

    /** Anna's and Emil's plans are left for whoever tries the product. */
    void play(String period, DemoClock clock) {
        clock.goBackTo(12);
        plan(period, "emil", line -> line.position() % 2 == 0);
        for (String rep : List.of("fatma", "georg", "hanna", "igor", "jana", "kai", "lena", "dirk")) {
            plan(period, rep, line -> true);
            submit(period, rep, rep, Map.of("comment", "Plan nach Gesprächen mit den Kunden"));
        }
        clock.goBackTo(9);
        for (String rep : List.of("georg", "hanna")) {
            review(period, rep, "claudia", new BigDecimal("1.10"));
        }
        for (String rep : List.of("igor", "jana", "kai", "lena")) {
            review(period, rep, "dirk", new BigDecimal("1.08"));
        }
        review(period, "dirk", "bernd", new BigDecimal("1.15"));
        clock.goBackTo(6);
        for (String rep : List.of("hanna", "igor", "jana", "lena", "dirk")) {
            answer(period, rep, line -> line.position() % 2 == 0);
        }
        answer(period, "kai", line -> true);
        clock.goBackTo(4);
        for (String rep : List.of("igor", "jana", "lena")) {
            review(period, rep, "dirk", new BigDecimal("1.05"));
            answer(period, rep, line -> false);
        }
        review(period, "dirk", "bernd", new BigDecimal("1.12"));
        answer(period, "dirk", line -> false);
        clock.goBackTo(2);
        align(period, "jana", "dirk");
        submit(period, "lena", "dirk", Map.of("consensus", false, "comment", "Keine Einigung über die Heizung"));
        submit(period, "lena", "bernd", Map.of("outcome", "ASSIGNED", "reason", "Zwei Gespräche ohne Ergebnis"));
        submit(period, "dirk", "bernd", Map.of("consensus", false, "comment", "Wir kommen nicht zusammen"));
        clock.goBackTo(1);
        submit(period, "jana", "jana", Map.of("confirm", true));
        submit(period, "kai", "kai", Map.of("confirm", true));
        submit(period, "kai", "dirk", Map.of("confirm", true));
        actingAs.user(
                "petra",
                () -> lead.withdraw(
                        id(period, "moritz"),
                        new StepInput(Map.of("reason", "Moritz verlässt das Unternehmen")),
                        caller.get()));
    }

    private void plan(String period, String rep, Predicate<PlanLine> which) {
        change(
                period,
                rep,
                rep,
                which.and(line -> line.setBy() == SetBy.REP),
                line -> new LineChange.Plan(line.lineId(), line.version(), planned(line), "wie besprochen"));
    }

    /** A little more or less than before, to whole tens; two new customers. */
    private static BigDecimal planned(PlanLine line) {
        if (line.baseline() == null || line.accountId() == null) {
            return new BigDecimal(2);
        }
        BigDecimal growth = new BigDecimal(96 + line.position() * 7 % 15).movePointLeft(2);
        return line.baseline()
                .multiply(growth)
                .setScale(-1, RoundingMode.HALF_UP)
                .setScale(2);
    }

    private void review(String period, String rep, String manager, BigDecimal factor) {
        change(
                period,
                rep,
                manager,
                line -> line.setBy() == SetBy.MANAGER,
                line -> new LineChange.Propose(
                        line.lineId(), line.version(), new BigDecimal("31.5"), "Ziel der Geschäftsleitung"));
        change(
                period,
                rep,
                manager,
                DemoNegotiations::isContested,
                line -> new LineChange.Propose(
                        line.lineId(),
                        line.version(),
                        line.plan()
                                .multiply(factor)
                                .setScale(-1, RoundingMode.UP)
                                .setScale(2),
                        REASONS.get(line.position() % REASONS.size())));
        submit(period, rep, manager, Map.of());
    }

    private static boolean isContested(PlanLine line) {
        return line.setBy() == SetBy.REP
                && line.accountId() != null
                && (line.proposal() == null ? line.position() % 5 == 0 : line.response() == Answer.REJECT);
    }

    private void answer(String period, String rep, Predicate<PlanLine> accepts) {
        change(period, rep, rep, line -> line.hasProposal() && line.response() == null, line -> {
            boolean yes = accepts.test(line);
            return new LineChange.Respond(
                    line.lineId(),
                    line.version(),
                    yes ? Answer.ACCEPT : Answer.REJECT,
                    yes ? null : OBJECTIONS.get(line.position() % OBJECTIONS.size()));
        });
        submit(period, rep, rep, Map.of());
    }

    private void align(String period, String rep, String manager) {
        change(
                period,
                rep,
                manager,
                PlanLine::deviates,
                line -> new LineChange.Agree(
                        line.lineId(),
                        line.version(),
                        line.plan().add(line.proposal()).divide(new BigDecimal(2), 2, RoundingMode.HALF_UP)));
        submit(period, rep, manager, Map.of("consensus", true, "comment", "In der Mitte getroffen"));
    }

    private void change(
            String period, String rep, String user, Predicate<PlanLine> which, Function<PlanLine, LineChange> how) {
        TargetAgreement agreement = agreements.find(id(period, rep)).orElseThrow();
        List<LineChange> changes =
                agreement.lines().stream().filter(which).map(how).toList();
        actingAs.user(user, () -> changeLines.change(agreement.agreementId(), changes, caller.get()));
    }

    private void submit(String period, String rep, String user, Map<String, Object> input) {
        actingAs.user(user, () -> lead.submit(id(period, rep), input, caller.get()));
    }

    private static String id(String period, String rep) {
        return TargetAgreement.idOf(period, rep);
    }
}
