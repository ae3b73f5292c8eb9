package io.konsens.agreement.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an agreement: a metric, for an account and product group where the metric's level asks for them.
 *
 * <p>Every amount is in the metric's unit. {@code null} means no input yet, {@code 0} means no potential; the two are
 * never mixed. Only {@link TargetAgreement} changes a line.
 */
public final class PlanLine {

    private String lineId;
    private int position;
    private String metric;
    private @Nullable String accountId;
    private @Nullable String accountName;
    private @Nullable String productGroup;
    private SetBy setBy;
    private @Nullable BigDecimal baseline;
    private @Nullable BigDecimal plan;
    private @Nullable String planComment;
    private Plausibility plausibility = Plausibility.OK;
    private @Nullable String plausibilityRule;
    private @Nullable BigDecimal proposal;
    private @Nullable String proposalReason;
    private @Nullable Integer proposalRound;
    private @Nullable Answer response;
    private @Nullable String responseComment;
    private @Nullable BigDecimal agreed;
    private @Nullable FormerTarget former;
    private @Nullable LocalDate closedOn;
    private @Nullable String cameFrom;
    private int version;
    private transient boolean changed = false;

    @SuppressWarnings("NullAway") // for persistence
    private PlanLine() {}

    PlanLine(
            String lineId,
            int position,
            String metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            SetBy setBy,
            @Nullable BigDecimal baseline) {
        this.lineId = lineId;
        this.position = position;
        this.metric = metric;
        this.accountId = accountId;
        this.accountName = accountName;
        this.productGroup = productGroup;
        this.setBy = setBy;
        this.baseline = baseline;
        this.changed = true;
    }

    /** The same figure in an adjustment, which begins with what was agreed before. */
    static PlanLine following(String lineId, PlanLine line, @Nullable BigDecimal elapsed) {
        PlanLine next = new PlanLine(
                lineId,
                line.position,
                line.metric,
                line.accountId,
                line.accountName,
                line.productGroup,
                line.setBy,
                line.baseline);
        next.follow(line, elapsed);
        if (line.setBy == SetBy.REP) {
            next.plan = line.agreed;
        } else {
            next.proposal = line.agreed;
        }
        return next;
    }

    void follow(PlanLine line, @Nullable BigDecimal elapsed) {
        former = new FormerTarget(line.systemId(), Objects.requireNonNull(line.agreed), elapsed);
        touch();
    }

    /** The rep has planned it, the manager has proposed another value, and the rep has not accepted that. */
    public boolean deviates() {
        return hasProposal() && response != Answer.ACCEPT;
    }

    /** A proposal the rep can answer; a figure set by management is none. */
    public boolean hasProposal() {
        return setBy == SetBy.REP && proposal != null;
    }

    /** A plan so unusual that a rule wants a reason for it, and there is none. */
    public boolean lacksReason() {
        return plan != null
                && plausibility == Plausibility.REASON_REQUIRED
                && (planComment == null || planComment.isBlank());
    }

    /** What the line comes to if nothing more is said about it; null where nobody has said anything. */
    public @Nullable BigDecimal standing() {
        return agreed == null ? uncontested() : agreed;
    }

    /** What both sides had before they talked: the Zielvorgabe, the accepted proposal, or the plan. */
    @Nullable
    BigDecimal uncontested() {
        return setBy == SetBy.MANAGER || response == Answer.ACCEPT ? proposal : plan;
    }

    void plan(@Nullable BigDecimal value, @Nullable String comment, Plausibility check, @Nullable String rule) {
        plan = value;
        planComment = comment;
        plausibility = check;
        plausibilityRule = rule;
        touch();
    }

    void propose(@Nullable BigDecimal value, @Nullable String reason, @Nullable Integer round) {
        proposal = value;
        proposalReason = reason;
        proposalRound = round;
        respond(null, null);
    }

    void respond(@Nullable Answer answer, @Nullable String comment) {
        response = answer;
        responseComment = comment;
        touch();
    }

    void agree(@Nullable BigDecimal value) {
        agreed = value;
        touch();
    }

    /**
     * Somebody else plans this account from that day. The line stays, its figures go where they are planned now: so no sum
     * has them twice. What they were is in the record.
     */
    void close(LocalDate day) {
        baseline = null;
        plan(null, null, Plausibility.OK, null);
        propose(null, null, null);
        agree(null);
        closedOn = day;
    }

    void comeFrom(String formerLineId) {
        cameFrom = formerLineId;
        touch();
    }

    private void touch() {
        changed = true;
    }

    /** Whether it changed since it was loaded; asking forgets it, and a change counts as one new version. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        if (was) {
            version++;
        }
        return was;
    }

    boolean isAbout(String otherMetric, @Nullable String otherAccount, @Nullable String otherGroup) {
        return metric.equals(otherMetric)
                && Objects.equals(accountId, otherAccount)
                && Objects.equals(productGroup, otherGroup);
    }

    /** What people call this line: account and product group, or the metric's name in their language. */
    public Object label(Map<String, Metric> metrics) {
        return accountName == null
                ? metrics.get(metric)
                : productGroup == null ? accountName : accountName + " · " + productGroup;
    }

    public String lineId() {
        return lineId;
    }

    /** The id under which the systems know this figure: that of its line in the first revision that had it. */
    public String systemId() {
        return former == null ? lineId : former.lineId();
    }

    /** What it was agreed to be before; null unless this is a line of an adjustment that was there before. */
    public @Nullable FormerTarget former() {
        return former;
    }

    public int position() {
        return position;
    }

    public String metric() {
        return metric;
    }

    public @Nullable String accountId() {
        return accountId;
    }

    /** The account's name today, for people to read. */
    public @Nullable String accountName() {
        return accountName;
    }

    public @Nullable String productGroup() {
        return productGroup;
    }

    public SetBy setBy() {
        return setBy;
    }

    public @Nullable BigDecimal baseline() {
        return baseline;
    }

    public @Nullable BigDecimal plan() {
        return plan;
    }

    public @Nullable String planComment() {
        return planComment;
    }

    public Plausibility plausibility() {
        return plausibility;
    }

    public @Nullable String plausibilityRule() {
        return plausibilityRule;
    }

    /** The manager's counter-proposal; on a line set by management, the Zielvorgabe itself. */
    public @Nullable BigDecimal proposal() {
        return proposal;
    }

    public @Nullable String proposalReason() {
        return proposalReason;
    }

    public @Nullable Integer proposalRound() {
        return proposalRound;
    }

    public @Nullable Answer response() {
        return response;
    }

    public @Nullable String responseComment() {
        return responseComment;
    }

    public @Nullable BigDecimal agreed() {
        return agreed;
    }

    /** The day from which somebody else plans it; null for a line of this agreement. */
    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    /** The line of another rep's agreement this one goes on with; null if it began here. */
    public @Nullable String cameFrom() {
        return cameFrom;
    }

    public int version() {
        return version;
    }
}
