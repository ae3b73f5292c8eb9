package io.konsens.agreement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link TargetAgreement} is and where it stands; what may happen to it is said there. */
public abstract class AgreementFacts {

    final String agreementId;
    final String periodId;
    String repId;
    String managerId;
    final int revision;
    final String currency;
    final Instant createdAt;
    final Map<String, Integer> ruleVersions;
    final int processVersion;

    @Nullable
    Adjustment adjustment;

    AgreementState state;
    int round;
    int roundsAllowed;
    boolean reopened;

    @Nullable
    Instant stepDue;

    AgreementFacts(Snapshot kept, Map<String, Integer> ruleVersions) {
        agreementId = kept.agreementId();
        periodId = kept.periodId();
        repId = kept.repId();
        managerId = kept.managerId();
        revision = kept.revision();
        currency = kept.currency();
        createdAt = kept.createdAt();
        processVersion = kept.processVersion();
        state = kept.state();
        round = kept.round();
        roundsAllowed = kept.roundsAllowed();
        reopened = kept.reopened();
        stepDue = kept.stepDue();
        adjustment = kept.adjustment();
        this.ruleVersions = Map.copyOf(ruleVersions);
    }

    /** Everything about an agreement that has one value at a time. */
    public record Snapshot(
            String agreementId,
            String periodId,
            String repId,
            String managerId,
            int revision,
            AgreementState state,
            int round,
            int roundsAllowed,
            boolean reopened,
            String currency,
            int processVersion,
            @Nullable Instant stepDue,
            Instant createdAt,
            @Nullable String adjusts,
            @Nullable LocalDate effectiveFrom,
            @Nullable String adjustmentReason) {

        @Nullable
        Adjustment adjustment() {
            return adjusts == null || effectiveFrom == null || adjustmentReason == null
                    ? null
                    : new Adjustment(adjusts, effectiveFrom, adjustmentReason);
        }
    }

    /** One rep has at most one agreement in a period, so its id can be spoken: {@code 2027-E1}. */
    public static String idOf(String periodId, String repId) {
        return periodId + "-" + repId;
    }

    public Snapshot snapshot() {
        return new Snapshot(
                agreementId,
                periodId,
                repId,
                managerId,
                revision,
                state,
                round,
                roundsAllowed,
                reopened,
                currency,
                processVersion,
                stepDue,
                createdAt,
                adjustment == null ? null : adjustment.adjusts(),
                adjustment == null ? null : adjustment.effectiveFrom(),
                adjustment == null ? null : adjustment.reason());
    }

    public int ruleVersion(String decisionKey) {
        Integer version = ruleVersions.get(decisionKey);
        if (version == null) {
            throw new IllegalStateException("Agreement " + agreementId + " began without decision " + decisionKey);
        }
        return version;
    }

    public Map<String, Integer> ruleVersions() {
        return ruleVersions;
    }

    public String agreementId() {
        return agreementId;
    }

    public String periodId() {
        return periodId;
    }

    public String repId() {
        return repId;
    }

    public String managerId() {
        return managerId;
    }

    /** The id of the rep's first agreement for the period, under which the systems know the targets of every revision. */
    public String firstId() {
        return idOf(periodId, repId);
    }

    /** Null for a first agreement. */
    public @Nullable Adjustment adjustment() {
        return adjustment;
    }

    public int revision() {
        return revision;
    }

    public AgreementState state() {
        return state;
    }

    public int round() {
        return round;
    }

    public int roundsAllowed() {
        return roundsAllowed;
    }

    public boolean reopened() {
        return reopened;
    }

    public String currency() {
        return currency;
    }

    public @Nullable Instant stepDue() {
        return stepDue;
    }
}
