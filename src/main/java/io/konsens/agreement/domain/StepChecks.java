package io.konsens.agreement.domain;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must be there before a step can be completed. Everything missing is named at once. */
final class StepChecks {

    private final List<PlanLine> lines;
    private final Map<String, Metric> metrics;

    StepChecks(List<PlanLine> lines, Map<String, Metric> metrics) {
        this.lines = lines;
        this.metrics = metrics;
    }

    void planIsComplete() {
        refuse(Stream.concat(
                problems("plan", "line.planMissing", line -> line.setBy() == SetBy.REP && line.plan() == null),
                problems("comment", "line.reasonRequired", PlanLine::lacksReason)));
    }

    void managementTargetsAreSet() {
        refuse(problems(
                "proposal",
                "line.managementTargetMissing",
                line -> line.setBy() == SetBy.MANAGER && line.proposal() == null));
    }

    void everyProposalIsAnswered() {
        refuse(problems("response", "line.responseMissing", line -> line.hasProposal() && line.response() == null));
    }

    void isAligned(Predicate<PlanLine> open) {
        refuse(problems("agreed", "line.agreedMissing", line -> open.test(line) && line.agreed() == null));
    }

    /** A target may have been moved to a later day after its figures were planned. */
    void whatIsElapsedStays() {
        refuse(lines.stream()
                .filter(line -> line.former() != null
                        && line.standing() != null
                        && line.former().forbids(line.standing()))
                .map(line -> belowElapsed(line, "plan", metrics)));
    }

    static Problem belowElapsed(PlanLine line, String field, Map<String, Metric> metrics) {
        return new Problem(
                line.position(),
                field,
                "adjustment.belowElapsed",
                line.label(metrics),
                metrics.get(line.metric()).unit().readable(line.former().elapsed()));
    }

    private Stream<Problem> problems(String field, String code, Predicate<PlanLine> wrong) {
        return lines.stream().filter(wrong).map(line -> problem(line, field, code));
    }

    private Problem problem(PlanLine line, String field, String code) {
        return new Problem(line.position(), field, code, line.label(metrics));
    }

    private static void refuse(Stream<Problem> problems) {
        List<Problem> all = problems.toList();
        if (!all.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, all);
        }
    }
}
