package io.konsens.agreement.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where agreements are kept. */
public interface Agreements {

    Optional<TargetAgreement> find(String agreementId);

    /**
     * The agreement, held for this transaction: two who write to one agreement take turns, so that a figure never changes
     * while the step it belongs to is being completed.
     */
    Optional<TargetAgreement> lock(String agreementId);

    void add(TargetAgreement agreement);

    /** Writes what changed since the agreement was loaded, and adds its new events to the record. */
    void save(TargetAgreement agreement);

    /** All agreements of a rep for a period. */
    Revisions revisions(String periodId, String repId);

    /** The id of the revision that counts for the same rep and period as this one: often itself. */
    String inForce(String agreementId);

    /** The whole record of one agreement, oldest first. */
    List<RecordedEvent> events(String agreementId);

    /** What was noted on one line, oldest first. */
    List<NegotiationEvent> notes(String agreementId, String lineId);

    /** How many notes each line has; without those that have none. */
    Map<String, Integer> noteCounts(String agreementId);

    /** The lines others have changed since this person completed a step last; none if they never did. */
    Set<String> changedSinceStepOf(String agreementId, String userId);

    /** How far an agreement has come; cheap, for it is asked often. */
    Optional<Pulse> pulse(String agreementId);

    /**
     * @param last number of the newest entry in its record: the same number means that nothing has changed; numbers of one
     *     agreement grow in the order in which its writers took turns
     */
    record Pulse(String repId, String managerId, AgreementState state, long last) {}

    /** The lines that changed after this entry of the record, whoever changed them. */
    Set<String> changedAfter(String agreementId, long entry);

    /**
     * By period and rep.
     *
     * @param visibleTo only agreements of these reps or led by this manager; null for all
     */
    List<AgreementSummary> list(@Nullable String periodId, @Nullable Visible visibleTo);

    /**
     * The agreements one employee may see: their own, those they lead, those of everybody below them, those of whom they
     * stand in for, and those with a step that was handed to them.
     */
    record Visible(String employeeId, Set<String> below, Set<String> standingInFor) {}

    /** Every metric, in the order they are shown. */
    List<Metric> metrics();
}
