package io.konsens.agreement.persistence;

import io.konsens.agreement.domain.AgreementFacts.Snapshot;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Confirmation;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Revision;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link MyBatisAgreements}. */
@Mapper
interface AgreementMapper {

    @Nullable
    Snapshot snapshot(String agreementId);

    @Nullable
    Snapshot lockedSnapshot(String agreementId);

    List<RuleVersion> ruleVersions(String agreementId);

    List<Revision> revisions(@Param("periodId") String periodId, @Param("repId") String repId);

    String inForce(String agreementId);

    List<PlanLine> lines(String agreementId);

    List<Confirmation> confirmations(@Param("agreementId") String agreementId, @Param("revision") int revision);

    List<EventRow> events(String agreementId);

    List<EventRow> notes(@Param("agreementId") String agreementId, @Param("lineId") String lineId);

    List<NoteCount> noteCounts(String agreementId);

    Set<String> changedSinceStepOf(@Param("agreementId") String agreementId, @Param("userId") String userId);

    Agreements.@Nullable Pulse pulse(String agreementId);

    Set<String> changedAfter(@Param("agreementId") String agreementId, @Param("entry") long entry);

    List<Metric> metrics();

    List<AgreementSummary> list(
            @Param("periodId") @Nullable String periodId, @Param("visibleTo") Agreements.@Nullable Visible visibleTo);

    void insert(Snapshot snapshot);

    void update(Snapshot snapshot);

    void insertRule(
            @Param("agreementId") String agreementId,
            @Param("decisionKey") String decisionKey,
            @Param("version") int version);

    void upsertLines(@Param("agreementId") String agreementId, @Param("lines") List<PlanLine> lines);

    void insertEvents(
            @Param("agreementId") String agreementId,
            @Param("processVersion") int processVersion,
            @Param("events") List<NegotiationEvent> events);

    void deleteConfirmations(@Param("agreementId") String agreementId, @Param("revision") int revision);

    void insertConfirmation(
            @Param("agreementId") String agreementId,
            @Param("revision") int revision,
            @Param("confirmation") Confirmation confirmation);

    record NoteCount(String lineId, int notes) {}

    record RuleVersion(String decisionKey, int version) {}
}
