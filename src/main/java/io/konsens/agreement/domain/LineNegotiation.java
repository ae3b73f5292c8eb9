package io.konsens.agreement.domain;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies what one side wants to do to the lines of one agreement: all of it, or, if anything is wrong, nothing, with
 * every problem named.
 */
final class LineNegotiation {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    static final int LONGEST_TEXT = 4000;

    private final TargetAgreement agreement;
    private final Map<String, Metric> metrics;
    private final Rules rules;
    private final Act act;
    private final List<Problem> problems = new ArrayList<>();

    LineNegotiation(TargetAgreement agreement, Map<String, Metric> metrics, Rules rules, Act act) {
        this.agreement = agreement;
        this.metrics = metrics;
        this.rules = rules;
        this.act = act;
    }

    void apply(List<? extends LineChange> changes) {
        changes.forEach(this::apply);
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }

    private void apply(LineChange change) {
        PlanLine line = agreement.line(change.lineId());
        if (line.closedOn() != null) {
            throw Refusal.conflict("line.closed");
        }
        if (line.version() != change.version()) {
            throw new StaleLine(line);
        }
        if (change instanceof LineChange.Plan plan) {
            plan(line, plan);
        } else if (change instanceof LineChange.Propose propose) {
            propose(line, propose);
        } else if (change instanceof LineChange.Respond respond) {
            respond(line, respond);
        } else if (change instanceof LineChange.Agree agree) {
            agree(line, agree);
        }
    }

    private void plan(PlanLine line, LineChange.Plan change) {
        agreement.requireState(AgreementState.PLANNING);
        agreement.require(Side.REP, act.by());
        if (line.setBy() == SetBy.MANAGER) {
            problem(line, "plan", "line.setByManagement");
            return;
        }
        String comment = change.comment() == null ? line.planComment() : blankToNull(change.comment());
        boolean objected = objects(line, "plan", change.plan());
        if (tooLong(line, "comment", comment) || objected) {
            return;
        }
        if (same(line.plan(), change.plan()) && Objects.equals(line.planComment(), comment)) {
            return;
        }
        Decided<Plausibility> check = check(line, change.plan());
        BigDecimal before = line.plan();
        line.plan(
                change.plan(),
                comment,
                check == null ? Plausibility.OK : check.value(),
                check == null ? null : check.decision().ruleId());
        // Planned again: what the rep had answered to a proposal was about another plan.
        if (line.response() != null) {
            line.respond(null, null);
        }
        agreement.record(
                act,
                EventType.PLANNED,
                line,
                text(before),
                text(change.plan()),
                comment,
                check == null ? null : check.decision());
    }

    private void propose(PlanLine line, LineChange.Propose change) {
        agreement.requireState(AgreementState.REVIEW);
        agreement.require(Side.MANAGER, act.by());
        String reason = blankToNull(change.reason());
        boolean objected = objects(line, "proposal", change.proposal());
        if (tooLong(line, "reason", reason) || objected) {
            return;
        }
        boolean byManagement = line.setBy() == SetBy.MANAGER;
        // Proposing the plan itself is giving way: the plan stands.
        boolean withdraws = change.proposal() == null || (!byManagement && same(change.proposal(), line.plan()));
        if (!withdraws && !byManagement && reason == null) {
            problem(line, "reason", "line.proposalNeedsReason");
            return;
        }
        BigDecimal before = line.proposal();
        BigDecimal after = withdraws ? null : change.proposal();
        String kept = withdraws ? null : reason;
        if (same(before, after) && Objects.equals(line.proposalReason(), kept) && line.response() == null) {
            return;
        }
        line.propose(after, kept, withdraws ? null : agreement.round());
        EventType type = byManagement
                ? EventType.SET_BY_MANAGEMENT
                : withdraws ? EventType.PROPOSAL_WITHDRAWN : EventType.PROPOSED;
        agreement.record(act, type, line, text(before), text(after), reason, null);
    }

    private void respond(PlanLine line, LineChange.Respond change) {
        agreement.requireState(AgreementState.RESPONSE);
        agreement.require(Side.REP, act.by());
        String comment = blankToNull(change.comment());
        if (tooLong(line, "comment", comment)) {
            return;
        }
        if (line.setBy() == SetBy.MANAGER) {
            problem(line, "response", "line.setByManagement");
        } else if (!line.hasProposal()) {
            problem(line, "response", "line.nothingToAnswer");
        } else if (line.response() == Answer.ACCEPT && !Objects.equals(line.proposalRound(), agreement.round())) {
            problem(line, "response", "line.alreadyAccepted");
        } else if (line.response() != change.response() || !Objects.equals(line.responseComment(), comment)) {
            Answer before = line.response();
            line.respond(change.response(), comment);
            agreement.record(
                    act,
                    change.response() == Answer.ACCEPT ? EventType.ACCEPTED : EventType.REJECTED,
                    line,
                    before == null ? null : before.name(),
                    change.response() == null ? null : change.response().name(),
                    comment,
                    null);
        }
    }

    private void agree(PlanLine line, LineChange.Agree change) {
        agreement.requireState(AgreementState.ALIGNMENT);
        agreement.requireParty(act.by());
        if (!agreement.isAlignable(line)) {
            problem(line, "agreed", line.setBy() == SetBy.MANAGER ? "line.setByManagement" : "line.notDeviating");
        } else if (!objects(line, "agreed", change.agreed()) && !same(line.agreed(), change.agreed())) {
            BigDecimal before = line.agreed();
            line.agree(change.agreed());
            agreement.record(act, EventType.ALIGNED, line, text(before), text(change.agreed()), null, null);
        }
    }

    private @Nullable Decided<Plausibility> check(PlanLine line, @Nullable BigDecimal plan) {
        if (plan == null) {
            return null;
        }
        BigDecimal baseline = line.baseline();
        BigDecimal amount = baseline == null ? plan : plan.subtract(baseline);
        BigDecimal percent = baseline == null || baseline.signum() == 0
                ? null
                : amount.abs().multiply(HUNDRED).divide(baseline.abs(), 2, RoundingMode.HALF_UP);
        return rules.plausibility(agreement.ruleVersion(Rules.PLAUSIBILITY), line.metric(), percent, amount.abs());
    }

    private boolean objects(PlanLine line, String field, @Nullable BigDecimal figure) {
        if (figure == null) {
            return false;
        }
        if (line.former() != null && line.former().forbids(figure)) {
            problems.add(StepChecks.belowElapsed(line, field, metrics));
            return true;
        }
        Metric metric = metrics.get(line.metric());
        return metric.objection(figure)
                .map(code -> {
                    problems.add(new Problem(
                            line.position(),
                            field,
                            code,
                            line.label(metrics),
                            metric.unit().decimals()));
                    return true;
                })
                .orElse(false);
    }

    private boolean tooLong(PlanLine line, String field, @Nullable String text) {
        boolean tooLong = text != null && text.length() > LONGEST_TEXT;
        if (tooLong) {
            problems.add(new Problem(line.position(), field, "text.tooLong", LONGEST_TEXT));
        }
        return tooLong;
    }

    private void problem(PlanLine line, String field, String code) {
        problems.add(new Problem(line.position(), field, code, line.label(metrics)));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
