package io.konsens.agreement.domain;

import io.konsens.agreement.domain.Metric.BaselineSource;
import io.konsens.agreement.domain.Metric.Level;
import io.konsens.platform.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agreement of rep R with manager M: two lines to negotiate, tea and tofu, and a margin set by management. */
final class Negotiated {

    static final Actor REP = new Actor("r", "R");
    static final Actor MANAGER = new Actor("m", "M");
    static final Actor STRANGER = new Actor("x", "X");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final String TEA = "tea";
    static final String TOFU = "tofu";
    static final String MARGIN = "margin";

    private static final Metric REVENUE = new Metric(
            "revenue",
            "Umsatz",
            "Revenue",
            Unit.CURRENCY,
            Level.LINE,
            BaselineSource.NET_AMOUNT,
            true,
            new BigDecimal(75),
            1);
    private static final Metric CONTRIBUTION = new Metric(
            "contribution_margin",
            "Deckungsbeitrag",
            "Contribution margin",
            Unit.PERCENT,
            Level.AGREEMENT,
            BaselineSource.NONE,
            true,
            new BigDecimal(25),
            2);
    static final Map<String, Metric> METRICS = Map.of("revenue", REVENUE, "contribution_margin", CONTRIBUTION);

    private static final Decision RULE = new Decision("table", 1, "rule");
    private static final Rules RULES = new Rules() {
        @Override
        public Map<String, Integer> latestVersions() {
            return Map.of(PLAUSIBILITY, 1);
        }

        @Override
        public Decided<SetBy> metricOwnership(int version, String metric, String orgUnit, @Nullable String seniority) {
            throw new UnsupportedOperationException();
        }

        /** More than doubling a figure needs a reason. */
        @Override
        public Decided<Plausibility> plausibility(
                int version, String metric, @Nullable BigDecimal changePercent, BigDecimal changeAmount) {
            boolean doubled = changePercent != null && changePercent.compareTo(new BigDecimal(100)) > 0;
            return new Decided<>(doubled ? Plausibility.REASON_REQUIRED : Plausibility.OK, RULE);
        }
    };

    final TargetAgreement agreement;

    Negotiated() {
        this("1000.00", "2000.00");
    }

    /** @param tea baseline of the line for tea, null for none; so with tofu */
    Negotiated(@Nullable String tea, @Nullable String tofu) {
        agreement = TargetAgreement.begin("2027", "R", "M", "EUR", 1, RULES.latestVersions(), act(Actor.SYSTEM));
        agreement.roundsDecided(2, RULE, act(Actor.SYSTEM));
        prepare(TEA, REVENUE, "Tea", SetBy.REP, tea);
        prepare(TOFU, REVENUE, "Tofu", SetBy.REP, tofu);
        prepare(MARGIN, CONTRIBUTION, null, SetBy.MANAGER, null);
    }

    /** One that was begun elsewhere. */
    Negotiated(TargetAgreement agreement) {
        this.agreement = agreement;
    }

    private void prepare(String id, Metric metric, @Nullable String group, SetBy setBy, @Nullable String baseline) {
        agreement.prepareLine(
                id,
                metric,
                group == null ? null : "A",
                group == null ? null : "Alpha",
                group,
                new Decided<>(setBy, RULE),
                baseline == null ? null : new BigDecimal(baseline),
                act(Actor.SYSTEM));
    }

    static Act act(Actor actor) {
        return new Act(actor, Instant.parse("2026-11-24T08:00:00Z"));
    }

    static @Nullable BigDecimal figure(@Nullable String figure) {
        return figure == null ? null : new BigDecimal(figure);
    }

    PlanLine line(String id) {
        return agreement.line(id);
    }

    Negotiated change(Actor actor, LineChange change) {
        agreement.change(List.of(change), METRICS, RULES, act(actor));
        return this;
    }

    Negotiated plan(String line, @Nullable String figure) {
        return plan(line, figure, null);
    }

    Negotiated plan(String line, @Nullable String figure, @Nullable String comment) {
        return change(REP, new LineChange.Plan(line, line(line).version(), figure(figure), comment));
    }

    Negotiated propose(String line, @Nullable String figure, @Nullable String reason) {
        return change(MANAGER, new LineChange.Propose(line, line(line).version(), figure(figure), reason));
    }

    Negotiated answer(String line, Answer answer) {
        return change(REP, new LineChange.Respond(line, line(line).version(), answer, null));
    }

    Negotiated agree(Actor actor, String line, String figure) {
        return change(actor, new LineChange.Agree(line, line(line).version(), figure(figure)));
    }

    Negotiated enter(AgreementState state) {
        agreement.enter(state, null, null, null, act(Actor.SYSTEM));
        return this;
    }

    List<Problem> objections(Tolerance tolerance) {
        return tolerance.objections(agreement.lines(), METRICS);
    }

    Negotiated planned() {
        plan(TEA, "1100.00").plan(TOFU, "2100.00");
        agreement.completePlanning(METRICS, act(REP));
        return enter(AgreementState.REVIEW);
    }

    /** Tea is proposed higher, the margin set; the rep is to answer. */
    Negotiated proposed() {
        planned().propose(TEA, "1300.00", "New market").propose(MARGIN, "31.5", null);
        agreement.completeReview(METRICS, act(MANAGER));
        return enter(AgreementState.RESPONSE);
    }

    Negotiated rejected() {
        proposed().answer(TEA, Answer.REJECT);
        agreement.completeResponse(METRICS, act(REP));
        return this;
    }

    Negotiated talking() {
        return rejected().enter(AgreementState.ALIGNMENT);
    }

    Negotiated frozen() {
        proposed().answer(TEA, Answer.ACCEPT);
        agreement.completeResponse(METRICS, act(REP));
        agreement.freeze(METRICS, act(Actor.SYSTEM));
        return enter(AgreementState.CONFIRMATION);
    }
}
