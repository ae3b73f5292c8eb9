package io.konsens.agreement.domain;

import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An account goes from one rep's agreement to another one's, while both are negotiated. What was negotiated so far stays in
 * the record of the one; the other goes on from there. Both records say it.
 *
 * @param day from which the new owner plans it
 * @param reason why it moves, kept in both records
 */
public record AccountMove(String accountId, String accountName, LocalDate day, String reason, Act act) {

    private static final Set<AgreementState> OPEN = EnumSet.of(
            AgreementState.PLANNING,
            AgreementState.REVIEW,
            AgreementState.RESPONSE,
            AgreementState.ALIGNMENT,
            AgreementState.DISPUTE);

    /**
     * What a line began with, or had come to, elsewhere.
     *
     * @param formerLineId null if nobody has planned it so far
     * @param figure what both sides had so far: the accepted proposal, the plan, or management's target; null without any
     */
    public record Arrival(
            @Nullable String formerLineId,
            Metric metric,
            @Nullable String productGroup,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal figure) {

        public boolean isAboutSameAs(Arrival other) {
            return metric.metricId().equals(other.metric().metricId())
                    && Objects.equals(productGroup, other.productGroup());
        }

        public Arrival withBaseline(@Nullable BigDecimal another) {
            return new Arrival(formerLineId, metric, productGroup, another, figure);
        }
    }

    /** Whether lines can still leave and join an agreement in this state: not once its figures are frozen. */
    public static boolean isOpen(AgreementState state) {
        return OPEN.contains(state);
    }

    /**
     * Closes the account's lines in the former owner's agreement, which may have been withdrawn.
     *
     * @return what they were
     * @throws Refusal CONFLICT once the figures are frozen, or were agreed before: what is for days gone stays where it is
     */
    public List<Arrival> leave(TargetAgreement former, String newAgreementId, Map<String, Metric> metrics) {
        boolean open = isOpen(former.state()) && former.adjustment() == null;
        if (!open && former.state() != AgreementState.WITHDRAWN) {
            throw Refusal.conflict("move.frozen", former.agreementId());
        }
        List<Arrival> left = new ArrayList<>();
        for (PlanLine line : former.lines()) {
            if (accountId.equals(line.accountId())) {
                left.add(new Arrival(
                        line.lineId(),
                        Objects.requireNonNull(metrics.get(line.metric())),
                        line.productGroup(),
                        line.baseline(),
                        line.standing()));
                former.record(
                        act,
                        EventType.LINE_MOVED_AWAY,
                        line,
                        text(line.standing() == null ? line.baseline() : line.standing()),
                        newAgreementId,
                        reason,
                        null);
                line.close(day);
            }
        }
        return left;
    }

    /**
     * Opens lines in the new owner's agreement; what it has already stays as it is. A line the rep plans comes without a
     * plan, since that is theirs to make: see {@link TargetAgreement#lacksPlans}. A target management sets comes with the
     * former figure, else with its baseline, once it cannot be forgotten any more because planning is over. What the former
     * owner had come to is in the record.
     *
     * @param formerAgreementId null if nobody has planned the account so far
     * @param owner who sets a metric's figures in this agreement
     * @throws Refusal CONFLICT once the figures are frozen, or if a target of management has neither figure nor baseline
     */
    public void arrive(
            TargetAgreement agreement,
            @Nullable String formerAgreementId,
            List<Arrival> arrivals,
            Function<Metric, Decided<SetBy>> owner,
            Supplier<String> ids) {
        if (!isOpen(agreement.state())) {
            throw Refusal.conflict("move.frozen", agreement.agreementId());
        }
        for (Arrival arrival : arrivals) {
            boolean there = agreement.lines().stream()
                    .anyMatch(line -> line.isAbout(arrival.metric().metricId(), accountId, arrival.productGroup()));
            if (!there) {
                open(agreement, formerAgreementId, arrival, owner.apply(arrival.metric()), ids.get());
            }
        }
    }

    private void open(
            TargetAgreement agreement,
            @Nullable String formerAgreementId,
            Arrival arrival,
            Decided<SetBy> owner,
            String lineId) {
        PlanLine line = agreement
                .planLines()
                .append(
                        lineId,
                        arrival.metric(),
                        accountId,
                        accountName,
                        arrival.productGroup(),
                        owner.value(),
                        arrival.baseline());
        if (arrival.formerLineId() != null) {
            line.comeFrom(arrival.formerLineId());
        }
        if (line.setBy() == SetBy.MANAGER && agreement.state() != AgreementState.PLANNING) {
            set(line, arrival.figure() == null ? arrival.baseline() : arrival.figure());
        }
        agreement.record(
                act,
                EventType.LINE_MOVED_IN,
                line,
                formerAgreementId,
                text(arrival.figure() == null ? arrival.baseline() : arrival.figure()),
                reason,
                owner.decision());
    }

    private void set(PlanLine line, @Nullable BigDecimal figure) {
        if (figure == null) {
            throw Refusal.conflict("move.noFigure", accountName);
        }
        line.propose(figure, reason, null);
    }

    private static @Nullable String text(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
