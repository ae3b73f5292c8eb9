package io.konsens.agreement.domain;

import io.konsens.agreement.domain.AgreementFacts.Snapshot;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a target agreed before is adjusted within its period. The adjustment is an agreement of its own, which begins with
 * the lines and figures of the former one and runs through the same negotiation; the former stays in force, untouched,
 * until both have confirmed.
 *
 * <p>It holds for days to come only. A figure stays one for the whole period: what was agreed for the days before the
 * adjustment takes effect, plus a remainder for those after. The first part is fixed, so a figure may be anything from it
 * upwards: see {@link #elapsed}.
 */
public final class Adjusting {

    private final TargetAgreement former;
    private final Map<String, Metric> metrics;
    private final Span period;
    private final LocalDate today;

    /** @param today in the customer's zone */
    public Adjusting(TargetAgreement former, Map<String, Metric> metrics, Span period, LocalDate today) {
        this.former = former;
        this.metrics = metrics;
        this.period = period;
        this.today = today;
    }

    /**
     * Begins the adjustment, in PLANNING, with the figures agreed so far.
     *
     * @param revisions of the same rep and period
     * @throws Refusal CONFLICT unless the former is agreed, in force and not being adjusted already; INVALID if the day it
     *     is to take effect is gone or outside the period
     */
    public TargetAgreement begin(
            Revisions revisions,
            String managerId,
            LocalDate effectiveFrom,
            String reason,
            int processVersion,
            Map<String, Integer> ruleVersions,
            Act act) {
        requireAdjustable(revisions);
        requireProspective(effectiveFrom);
        String agreementId = former.firstId() + "-r" + revisions.next();
        Snapshot fresh = new Snapshot(
                agreementId,
                former.periodId(),
                former.repId(),
                managerId,
                revisions.next(),
                AgreementState.PLANNING,
                1,
                1,
                false,
                former.currency(),
                processVersion,
                null,
                act.at(),
                former.agreementId(),
                effectiveFrom,
                reason);
        List<PlanLine> lines = former.lines().stream()
                .map(line -> PlanLine.following(UUID.randomUUID().toString(), line, elapsed(line, effectiveFrom)))
                .toList();
        TargetAgreement adjustment = new TargetAgreement(fresh, ruleVersions, lines, List.of());
        adjustment.record(act, EventType.ADJUSTS, null, former.agreementId(), effectiveFrom.toString(), reason, null);
        for (PlanLine line : lines) {
            FormerTarget target = line.former();
            adjustment.record(
                    act,
                    EventType.LINE_CARRIED_OVER,
                    line,
                    plain(target.agreed()),
                    plain(target.elapsed()),
                    null,
                    null);
        }
        former.note(EventType.ADJUSTMENT_BEGUN, agreementId, reason, act);
        return adjustment;
    }

    /**
     * Moves the day a running adjustment takes effect, so that it can still be confirmed for days to come. More of each
     * figure is fixed afterwards.
     *
     * @throws Refusal CONFLICT while its figures are frozen or no longer negotiated; INVALID as above
     */
    public void postpone(TargetAgreement adjustment, LocalDate effectiveFrom, String reason, Act act) {
        if (!adjustment.state().isNegotiating() || adjustment.state().isFrozen()) {
            throw Refusal.conflict("step.wrongState", adjustment.state());
        }
        requireProspective(effectiveFrom);
        Map<String, PlanLine> byId = new HashMap<>();
        former.lines().forEach(line -> byId.put(line.systemId(), line));
        for (PlanLine line : adjustment.lines()) {
            PlanLine before = line.former() == null ? null : byId.get(line.systemId());
            if (before != null) {
                line.follow(before, elapsed(before, effectiveFrom));
            }
        }
        adjustment.postponed(effectiveFrom, reason, act);
    }

    /**
     * How much of a line's former target is for days before a new one takes effect: by days, in equal parts, rounded half
     * up to the metric's decimals. Where the former is an adjustment itself, what was fixed by it stays fixed and only its
     * remainder is divided.
     *
     * @return null for percentages, which do not add up over time
     */
    @Nullable
    BigDecimal elapsed(PlanLine line, LocalDate effectiveFrom) {
        Unit unit = metrics.get(line.metric()).unit();
        if (unit == Unit.PERCENT) {
            return null;
        }
        LocalDate since = formerSince();
        BigDecimal fixed = line.former() == null || line.former().elapsed() == null
                ? BigDecimal.ZERO
                : line.former().elapsed();
        long all = period.daysFrom(since);
        long gone = all - period.daysFrom(effectiveFrom);
        return line.agreed()
                .subtract(fixed)
                .multiply(BigDecimal.valueOf(gone))
                .divide(BigDecimal.valueOf(all), unit.decimals(), RoundingMode.HALF_UP)
                .add(fixed);
    }

    private void requireAdjustable(Revisions revisions) {
        if (former.state() != AgreementState.AGREED && former.state() != AgreementState.HANDED_OVER) {
            throw Refusal.conflict("adjustment.notAgreed", former.state());
        }
        if (!revisions.inForce().agreementId().equals(former.agreementId())) {
            throw Refusal.conflict("adjustment.superseded", revisions.inForce().agreementId());
        }
        revisions.open().ifPresent(open -> {
            throw Refusal.conflict("adjustment.open", open.agreementId());
        });
    }

    private void requireProspective(LocalDate effectiveFrom) {
        List<Problem> problems = new ArrayList<>();
        if (effectiveFrom.isBefore(today)) {
            problems.add(new Problem(null, "effectiveFrom", "adjustment.past", effectiveFrom));
        }
        if (!period.contains(effectiveFrom)) {
            problems.add(new Problem(null, "effectiveFrom", "adjustment.outsidePeriod", period.start(), period.end()));
        } else if (effectiveFrom.isBefore(formerSince())) {
            problems.add(new Problem(null, "effectiveFrom", "adjustment.beforeFormer", formerSince()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }

    private LocalDate formerSince() {
        Adjustment earlier = former.adjustment();
        return earlier == null ? period.start() : earlier.effectiveFrom();
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
