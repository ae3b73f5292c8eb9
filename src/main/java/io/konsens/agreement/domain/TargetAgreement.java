package io.konsens.agreement.domain;

import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The targets one rep and one manager agree for one period (Zielvereinbarung), from the first plan to both confirmations.
 *
 * <p>The process model decides which step comes next; this class decides whether that may be. Under German law (BAG 10
 * AZR 171/23) a target is agreed only if the employee could really influence it: so nothing here turns running out of
 * rounds, or silence, into consent.
 */
public final class TargetAgreement extends AgreementFacts {

    private final PlanLines lines;
    private final Confirmations confirmations;
    private final List<NegotiationEvent> newEvents = new ArrayList<>();

    /** As it was kept; new agreements come from {@link #begin}. */
    public TargetAgreement(
            Snapshot kept, Map<String, Integer> ruleVersions, List<PlanLine> lines, List<Confirmation> confirmations) {
        super(kept, ruleVersions);
        this.lines = new PlanLines(lines);
        this.confirmations = new Confirmations(confirmations);
    }

    /**
     * A new agreement in PLANNING, without lines yet.
     *
     * @param processVersion of the model it will run under
     * @param ruleVersions the version of each decision table it keeps to the end
     */
    public static TargetAgreement begin(
            String periodId,
            String repId,
            String managerId,
            String currency,
            int processVersion,
            Map<String, Integer> ruleVersions,
            Act act) {
        Snapshot fresh = new Snapshot(
                idOf(periodId, repId),
                periodId,
                repId,
                managerId,
                1,
                AgreementState.PLANNING,
                1,
                1,
                false,
                currency,
                processVersion,
                null,
                act.at(),
                null,
                null,
                null);
        TargetAgreement agreement = new TargetAgreement(fresh, ruleVersions, List.of(), List.of());
        agreement.record(act, EventType.CREATED, null, null, null, null, null);
        return agreement;
    }

    // ---- lines

    /** A line that order history suggests. */
    public void prepareLine(
            String lineId,
            Metric metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            Decided<SetBy> owner,
            @Nullable BigDecimal baseline,
            Act act) {
        PlanLine line = lines.append(lineId, metric, accountId, accountName, productGroup, owner.value(), baseline);
        record(
                act,
                EventType.LINE_PREPARED,
                line,
                baseline == null ? null : baseline.toPlainString(),
                owner.value().name(),
                null,
                owner.decision());
    }

    /** A line for an account and product group without history, added by the rep. Its baseline is null. */
    public PlanLine addLine(
            String lineId,
            Metric metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            Decided<SetBy> owner,
            Act act) {
        requireState(AgreementState.PLANNING);
        require(Side.REP, act.by());
        if (owner.value() == SetBy.MANAGER) {
            throw Refusal.invalid("line.setByManagement", metric);
        }
        PlanLine line = lines.append(lineId, metric, accountId, accountName, productGroup, owner.value(), null);
        record(act, EventType.LINE_ADDED, line, null, owner.value().name(), null, owner.decision());
        return line;
    }

    /** Changes figures: all, or none with every problem named. */
    public void change(List<? extends LineChange> changes, Map<String, Metric> metrics, Rules rules, Act act) {
        new LineNegotiation(this, metrics, rules, act).apply(changes);
    }

    /**
     * What the talk is about: lines without consensus, and after somebody declined to confirm every line both sides
     * negotiate, since the reason to decline may lie in any of them.
     */
    public boolean isAlignable(PlanLine line) {
        return line.setBy() == SetBy.REP && (reopened || line.deviates());
    }

    /**
     * What either side wants to have remembered about a line, at any step of the negotiation; part of the record.
     *
     * @throws Refusal NOT_FOUND without such a line; FORBIDDEN for others than rep and manager; CONFLICT when the
     *     negotiation is over; INVALID unless there is a text of up to 4,000 characters
     */
    public void leaveNote(String lineId, String text, Act act) {
        PlanLine line = line(lineId);
        requireParty(act.by());
        if (!state.isNegotiating()) {
            throw Refusal.conflict("step.ended");
        }
        if (text.isBlank()) {
            throw Refusal.invalid("note.empty");
        }
        if (text.length() > LineNegotiation.LONGEST_TEXT) {
            throw Refusal.invalid("text.tooLong", LineNegotiation.LONGEST_TEXT);
        }
        record(act, EventType.NOTED, line, null, null, text.strip(), null);
    }

    // ---- steps

    public void completePlanning(Map<String, Metric> metrics, Act act) {
        requireState(AgreementState.PLANNING);
        require(Side.REP, act.by());
        new StepChecks(lines.all(), metrics).planIsComplete();
    }

    /** A rejected proposal the manager neither changed nor withdrew is maintained: the rep is asked again. */
    public void completeReview(Map<String, Metric> metrics, Act act) {
        requireState(AgreementState.REVIEW);
        require(Side.MANAGER, act.by());
        new StepChecks(lines.all(), metrics).managementTargetsAreSet();
        for (PlanLine line : lines.all()) {
            if (line.hasProposal() && line.response() == Answer.REJECT) {
                line.propose(line.proposal(), line.proposalReason(), round);
                String value = String.valueOf(line.proposal());
                record(act, EventType.PROPOSAL_MAINTAINED, line, value, value, line.proposalReason(), null);
            }
        }
    }

    public void completeResponse(Map<String, Metric> metrics, Act act) {
        requireState(AgreementState.RESPONSE);
        require(Side.REP, act.by());
        new StepChecks(lines.all(), metrics).everyProposalIsAnswered();
    }

    public void completeAlignment(boolean consensus, Map<String, Metric> metrics, Act act) {
        requireState(AgreementState.ALIGNMENT);
        requireParty(act.by());
        if (consensus) {
            new StepChecks(lines.all(), metrics).isAligned(this::isAlignable);
        }
        record(act, consensus ? EventType.CONSENSUS_REACHED : EventType.CONSENSUS_MISSED, null, null, null, null, null);
    }

    /** @param mediator whether the actor is the one to settle disputes of this agreement */
    public void resolveDispute(boolean assigned, String reason, boolean mediator, Act act) {
        requireState(AgreementState.DISPUTE);
        if (!mediator) {
            throw Refusal.forbidden("step.notYours");
        }
        if (assigned) {
            requireAssignable();
        }
        record(act, assigned ? EventType.TARGETS_ASSIGNED : EventType.MEDIATED, null, null, null, reason, null);
    }

    /**
     * @param today in the customer's zone
     * @throws Refusal CONFLICT if this side has already confirmed, or if an adjustment would change days gone by
     */
    public void confirm(Side side, LocalDate today, Act act) {
        requireState(AgreementState.CONFIRMATION);
        require(side, act.by());
        confirmations.require(side, act.by());
        if (adjustment != null && adjustment.effectiveFrom().isBefore(today)) {
            throw Refusal.conflict("adjustment.tooLate", adjustment.effectiveFrom());
        }
        Confirmation confirmation =
                new Confirmation(side, act.by().userId(), act.by().onBehalfOf(), act.at(), sha256());
        confirmations.add(confirmation);
        record(act, EventType.CONFIRMED, null, null, confirmation.sha256(), null, null);
        if (confirmations.areComplete()) {
            become(AgreementState.AGREED, act);
        }
    }

    public void decline(Side side, String reason, Act act) {
        requireState(AgreementState.CONFIRMATION);
        require(side, act.by());
        confirmations.require(side, act.by());
        record(act, EventType.DECLINED, null, null, null, reason, null);
    }

    // ---- transitions, asked for by the process model

    /**
     * A step begins. Several tasks may belong to one step; only the first one changes the state.
     *
     * @param calendar the rule whose working days were counted; null if every day counts
     */
    public void enter(
            AgreementState next,
            @Nullable Instant due,
            @Nullable Decision deadlineRule,
            @Nullable String calendar,
            Act act) {
        if (state != next) {
            if (next == AgreementState.CONFIRMATION) {
                throw Refusal.conflict("step.notFrozen");
            }
            if (next == AgreementState.REVIEW && state == AgreementState.RESPONSE) {
                beginNextRound();
            }
            if (state == AgreementState.CONFIRMATION) {
                thaw(act);
            }
            become(next, act);
        }
        stepDue = due;
        record(act, EventType.DEADLINE_SET, null, null, due == null ? null : due.toString(), calendar, deadlineRule);
    }

    /**
     * Lines have come in that nobody here has planned. Nobody is taken at another's word: the rep plans them, and the
     * negotiation goes on from there in the same round. What a talk had settled by then is open again.
     *
     * @throws Refusal CONFLICT once the figures are frozen
     */
    public void planAgain(String reason, Act act) {
        become(AgreementState.PLANNING, reason, act);
        for (PlanLine line : lines.all()) {
            if (line.agreed() != null) {
                record(act, EventType.ALIGNED, line, line.agreed().toPlainString(), null, reason, null);
                line.agree(null);
            }
        }
    }

    /** Whether the rep has lines to plan that are not planned, though the time to plan is over. */
    public boolean lacksPlans() {
        return state != AgreementState.PLANNING
                && lines.stream().anyMatch(line -> line.setBy() == SetBy.REP && line.plan() == null);
    }

    private void beginNextRound() {
        if (round >= roundsAllowed) {
            throw Refusal.conflict("step.noRoundsLeft", roundsAllowed);
        }
        round++;
    }

    /** Fixes the agreed value of every line; refused while any line still lacks one. */
    public void freeze(Map<String, Metric> metrics, Act act) {
        StepChecks checks = new StepChecks(lines.all(), metrics);
        if (state == AgreementState.ALIGNMENT) {
            checks.isAligned(this::isAlignable);
        } else if (openDeviations() > 0) {
            throw Refusal.conflict("step.stillDeviating", openDeviations());
        }
        checks.managementTargetsAreSet();
        checks.whatIsElapsedStays();
        lines.stream().filter(line -> line.agreed() == null).forEach(line -> line.agree(line.standing()));
        reopened = false;
        become(AgreementState.CONFIRMATION, act);
        record(act, EventType.FIGURES_FROZEN, null, null, sha256(), null, null);
    }

    /** Somebody declined: confirmations already given are void, and every negotiated line may be talked about. */
    private void thaw(Act act) {
        for (Confirmation confirmation : confirmations.voidAll()) {
            record(act, EventType.CONFIRMATION_VOIDED, null, confirmation.by(), null, null, null);
        }
        reopened = true;
    }

    /** Management sets what was not agreed: its last proposal, or the plan it never contested. */
    public void assign(Map<String, Metric> metrics, Act act) {
        requireAssignable();
        new StepChecks(lines.all(), metrics).managementTargetsAreSet();
        become(AgreementState.ASSIGNED, act);
        lines.stream().forEach(line -> line.agree(line.deviates() ? line.proposal() : line.uncontested()));
    }

    /** Management alone may set what was never agreed; what was agreed is changed by agreement only. */
    private void requireAssignable() {
        if (adjustment != null) {
            throw Refusal.conflict("adjustment.neverAssigned", adjustment.adjusts());
        }
    }

    void postponed(LocalDate effectiveFrom, String reason, Act act) {
        String before = adjustment.effectiveFrom().toString();
        record(act, EventType.ADJUSTMENT_POSTPONED, null, before, effectiveFrom.toString(), reason, null);
        adjustment = new Adjustment(adjustment.adjusts(), effectiveFrom, adjustment.reason());
    }

    public void handedOver(Act act) {
        become(AgreementState.HANDED_OVER, act);
    }

    public void withdraw(String reason, Act act) {
        become(AgreementState.WITHDRAWN, reason, act);
    }

    public void reassign(String newManagerId, String reason, Act act) {
        if (!state.isNegotiating()) {
            throw Refusal.conflict("step.wrongState", state);
        }
        record(act, EventType.REASSIGNED, null, managerId, newManagerId, reason, null);
        managerId = newManagerId;
    }

    public void roundsDecided(int rounds, Decision decision, Act act) {
        record(
                act,
                EventType.ROUNDS_DECIDED,
                null,
                String.valueOf(roundsAllowed),
                String.valueOf(rounds),
                null,
                decision);
        roundsAllowed = rounds;
    }

    /** Something that happened without changing a figure or the state. */
    public void note(EventType type, @Nullable String to, @Nullable String reason, Act act) {
        note(type, null, to, reason, act);
    }

    public void note(EventType type, @Nullable String from, @Nullable String to, @Nullable String reason, Act act) {
        record(act, type, null, from, to, reason, null);
    }

    private void become(AgreementState next, Act act) {
        become(next, null, act);
    }

    private void become(AgreementState next, @Nullable String reason, Act act) {
        if (!state.mayBecome(next)) {
            throw Refusal.conflict("step.notAllowed", state, next);
        }
        record(act, EventType.STATE_CHANGED, null, state.name(), next.name(), reason, null);
        state = next;
    }

    // ---- who may

    void require(Side side, Actor actor) {
        if (!actor.is(side == Side.REP ? repId : managerId)) {
            throw Refusal.forbidden("step.notYours");
        }
    }

    void requireParty(Actor actor) {
        if (!isParty(actor)) {
            throw Refusal.forbidden("step.notYours");
        }
    }

    /** Whether somebody is the rep or the manager. */
    public boolean isParty(Actor actor) {
        return actor.is(repId) || actor.is(managerId);
    }

    void requireState(AgreementState required) {
        if (state != required) {
            throw Refusal.conflict("step.wrongState", state);
        }
    }

    // ---- record

    void record(
            Act act,
            EventType type,
            @Nullable PlanLine line,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable Decision decision) {
        String lineId = line == null ? null : line.lineId();
        Actor by = act.by();
        newEvents.add(new NegotiationEvent(
                act.at(), by.userId(), by.onBehalfOf(), type, lineId, from, to, reason, round, decision));
    }

    /** What happened since it was loaded, for the record; asking forgets it. */
    public List<NegotiationEvent> takeEvents() {
        List<NegotiationEvent> taken = List.copyOf(newEvents);
        newEvents.clear();
        return taken;
    }

    /** Lines that changed since it was loaded, each now one version further; asking forgets it. */
    public List<PlanLine> takeChangedLines() {
        return lines.takeChanged();
    }

    // ---- what it is

    /** @throws Refusal NOT_FOUND if there is no such line */
    public PlanLine line(String lineId) {
        return lines.get(lineId);
    }

    /** @throws Refusal NOT_FOUND if the systems know no line under this id */
    public PlanLine lineOfSystem(String systemId) {
        return lines.stream()
                .filter(line -> line.systemId().equals(systemId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public List<PlanLine> lines() {
        return lines.all();
    }

    /** Lines of accounts somebody else plans now; see {@link AccountMove}. */
    public List<PlanLine> closedLines() {
        return lines.closed();
    }

    PlanLines planLines() {
        return lines;
    }

    public List<Confirmation> confirmations() {
        return confirmations.all();
    }

    /** Whether this actor can still confirm, or decline, for a side. */
    public boolean mayConfirm(Side side, Actor actor) {
        return actor.is(side == Side.REP ? repId : managerId)
                && confirmations.of(side).isEmpty()
                && confirmations.objection(side, actor).isEmpty();
    }

    public Optional<Confirmation> confirmationOf(Side side) {
        return confirmations.of(side);
    }

    /** Of the figures as they stand; what a confirmation now would carry. */
    public String sha256() {
        return FrozenFigures.sha256(this);
    }

    /** Proposals the rep has not answered. */
    public int openProposals() {
        return lines.openProposals();
    }

    public int openDeviations() {
        return lines.openDeviations();
    }
}
