package io.konsens.demo;

import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One rep and one manager negotiating, with plausible figures. The largest lines are what they argue about. */
final class Negotiation {

    private final Stage stage;
    private final String id;
    private final String rep;
    private final String manager;
    private final Phrases repSays;
    private final Phrases managerSays;
    private final Figures figures;

    Negotiation(Stage stage, String id, String rep, String manager, Phrases repSays, Phrases managerSays) {
        this.stage = stage;
        this.id = id;
        this.rep = rep;
        this.manager = manager;
        this.repSays = repSays;
        this.managerSays = managerSays;
        this.figures = new Figures(rep.hashCode());
    }

    /** @param percent how far through the list the rep gets */
    void plan(int percent) {
        stage.change(rep, id, agreement -> {
            List<PlanLine> mine = agreement.lines().stream()
                    .filter(line -> line.setBy() == SetBy.REP)
                    .toList();
            List<PlanLine> bySize = bySize(agreement).toList();
            return mine.subList(0, mine.size() * percent / 100).stream()
                    .filter(line -> line.plan() == null)
                    .map(line -> plan(line, bySize.indexOf(line), bySize.size()))
                    .toList();
        });
    }

    private LineChange plan(PlanLine line, int rank, int ranks) {
        if (line.accountId() == null) {
            return new LineChange.Plan(line.lineId(), line.version(), figures.oneMore(line), null);
        }
        if (line.baseline() == null) {
            return new LineChange.Plan(line.lineId(), line.version(), Figures.NEW_BUSINESS, repSays.say("plan.new"));
        }
        if (rank == 2) {
            return new LineChange.Plan(line.lineId(), line.version(), figures.big(line), repSays.say("plan.big"));
        }
        if (rank == ranks - 1) {
            return new LineChange.Plan(line.lineId(), line.version(), BigDecimal.ZERO, repSays.say("plan.zero"));
        }
        return new LineChange.Plan(
                line.lineId(), line.version(), figures.plan(line), rank == 0 ? repSays.say("plan.comment") : null);
    }

    /** For the largest customer, one of the product groups they never bought from. */
    void addLine(List<String> productGroups) {
        stage.change(rep, id, agreement -> {
            String account = Objects.requireNonNull(
                    bySize(agreement).findFirst().orElseThrow().accountId());
            String group = productGroups.stream()
                    .filter(g -> agreement.lines().stream()
                            .noneMatch(line -> account.equals(line.accountId()) && g.equals(line.productGroup())))
                    .findFirst()
                    .orElseThrow();
            stage.addLine(rep, id, account, group);
            return List.of();
        });
    }

    void submitPlan() {
        stage.submit(rep, id, Map.of("comment", repSays.say("step.plan")));
    }

    void planAndSubmit() {
        plan(100);
        submitPlan();
    }

    /** @param margin the contribution margin management sets, in percent */
    void review(int proposals, String margin) {
        stage.change(
                manager,
                id,
                agreement -> Stream.<LineChange>concat(
                                bySize(agreement)
                                        .filter(line -> !figures.isBig(line))
                                        .limit(proposals)
                                        .map(line -> new LineChange.Propose(
                                                line.lineId(),
                                                line.version(),
                                                figures.more(line),
                                                managerSays.propose(line))),
                                agreement.lines().stream()
                                        .filter(line -> line.setBy() == SetBy.MANAGER)
                                        .map(line -> new LineChange.Propose(
                                                line.lineId(), line.version(), new BigDecimal(margin), null)))
                        .toList());
        stage.submit(manager, id, Map.of("comment", managerSays.say("step.review")));
    }

    void answer(int rejections) {
        answerSome(Integer.MAX_VALUE, rejections);
        stage.submit(rep, id, Map.of("comment", repSays.say("step.answer")));
    }

    /** The first ones are rejected, the others accepted. */
    void answerSome(int answers, int rejections) {
        stage.change(rep, id, agreement -> {
            List<PlanLine> open = bySize(agreement)
                    .filter(line -> line.hasProposal() && line.response() == null)
                    .limit(answers)
                    .toList();
            return IntStream.range(0, open.size())
                    .mapToObj(n -> answer(open.get(n), n < rejections))
                    .toList();
        });
    }

    private LineChange answer(PlanLine line, boolean rejects) {
        return new LineChange.Respond(
                line.lineId(),
                line.version(),
                rejects ? Answer.REJECT : Answer.ACCEPT,
                rejects ? repSays.reject(line) : repSays.accept(line));
    }

    /** The manager meets the rep half-way on some rejected lines, and maintains the others. */
    void reviewAgain(int concessions) {
        stage.change(
                manager,
                id,
                agreement -> bySize(agreement)
                        .filter(line -> line.response() == Answer.REJECT)
                        .limit(concessions)
                        .<LineChange>map(line -> new LineChange.Propose(
                                line.lineId(),
                                line.version(),
                                figures.between(line),
                                managerSays.say("proposal.concession")))
                        .toList());
        stage.submit(manager, id, Map.of("comment", managerSays.say("step.reviewAgain")));
    }

    /** They agree on some of the deviating lines, in the middle, and are not through yet. */
    void alignSome(int lines) {
        stage.change(
                manager,
                id,
                agreement -> agreement.lines().stream()
                        .filter(agreement::isAlignable)
                        .limit(lines)
                        .<LineChange>map(
                                line -> new LineChange.Agree(line.lineId(), line.version(), figures.between(line)))
                        .toList());
    }

    void missConsensus() {
        stage.submit(manager, id, Map.of("consensus", false, "comment", managerSays.say("step.consensusMissed")));
    }

    void repConfirms() {
        stage.submit(rep, id, Map.of("confirm", true));
    }

    void managerConfirms() {
        stage.submit(manager, id, Map.of("confirm", true));
    }

    void assign(String mediator, String reason) {
        stage.submit(mediator, id, Map.of("outcome", "ASSIGNED", "reason", reason));
    }

    void withdraw(String processOwner, String reason) {
        stage.withdraw(processOwner, id, reason);
    }

    private static Stream<PlanLine> bySize(TargetAgreement agreement) {
        return agreement.lines().stream()
                .filter(line -> line.accountId() != null && line.baseline() != null)
                .sorted(Comparator.comparing(
                        line -> Objects.requireNonNull(line.baseline()).negate()));
    }
}
