package io.konsens.agreement.persistence;

import io.konsens.agreement.domain.AgreementFacts.Snapshot;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.Revisions;
import io.konsens.agreement.domain.TargetAgreement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Agreements in PostgreSQL: the agreement's row is what two writers take turns on. */
@Repository
class MyBatisAgreements implements Agreements {

    private static final int ROWS_PER_STATEMENT = 500;

    private final AgreementMapper mapper;

    MyBatisAgreements(AgreementMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<TargetAgreement> find(String agreementId) {
        return whole(mapper.snapshot(agreementId));
    }

    @Override
    public Optional<TargetAgreement> lock(String agreementId) {
        return whole(mapper.lockedSnapshot(agreementId));
    }

    private Optional<TargetAgreement> whole(@Nullable Snapshot snapshot) {
        if (snapshot == null) {
            return Optional.empty();
        }
        String id = snapshot.agreementId();
        Map<String, Integer> ruleVersions = mapper.ruleVersions(id).stream()
                .collect(Collectors.toMap(
                        AgreementMapper.RuleVersion::decisionKey, AgreementMapper.RuleVersion::version));
        return Optional.of(new TargetAgreement(
                snapshot, ruleVersions, mapper.lines(id), mapper.confirmations(id, snapshot.revision())));
    }

    @Override
    public void add(TargetAgreement agreement) {
        mapper.insert(agreement.snapshot());
        agreement.ruleVersions().forEach((key, version) -> mapper.insertRule(agreement.agreementId(), key, version));
        saveParts(agreement);
    }

    @Override
    public void save(TargetAgreement agreement) {
        mapper.update(agreement.snapshot());
        saveParts(agreement);
    }

    private void saveParts(TargetAgreement agreement) {
        String id = agreement.agreementId();
        for (List<PlanLine> some : chunks(agreement.takeChangedLines())) {
            mapper.upsertLines(id, some);
        }
        for (List<NegotiationEvent> some : chunks(agreement.takeEvents())) {
            mapper.insertEvents(id, agreement.snapshot().processVersion(), some);
        }
        mapper.deleteConfirmations(id, agreement.revision());
        agreement.confirmations().forEach(c -> mapper.insertConfirmation(id, agreement.revision(), c));
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        return IntStream.iterate(0, i -> i < all.size(), i -> i + ROWS_PER_STATEMENT)
                .mapToObj(i -> all.subList(i, Math.min(all.size(), i + ROWS_PER_STATEMENT)))
                .toList();
    }

    @Override
    public Revisions revisions(String periodId, String repId) {
        return new Revisions(mapper.revisions(periodId, repId));
    }

    @Override
    public String inForce(String agreementId) {
        return mapper.inForce(agreementId);
    }

    @Override
    public List<RecordedEvent> events(String agreementId) {
        return mapper.events(agreementId).stream().map(EventRow::toEvent).toList();
    }

    @Override
    public List<NegotiationEvent> notes(String agreementId, String lineId) {
        return mapper.notes(agreementId, lineId).stream()
                .map(row -> row.toEvent().event())
                .toList();
    }

    @Override
    public Map<String, Integer> noteCounts(String agreementId) {
        return mapper.noteCounts(agreementId).stream()
                .collect(Collectors.toMap(AgreementMapper.NoteCount::lineId, AgreementMapper.NoteCount::notes));
    }

    @Override
    public Set<String> changedSinceStepOf(String agreementId, String userId) {
        return mapper.changedSinceStepOf(agreementId, userId);
    }

    @Override
    public Optional<Pulse> pulse(String agreementId) {
        return Optional.ofNullable(mapper.pulse(agreementId));
    }

    @Override
    public Set<String> changedAfter(String agreementId, long entry) {
        return mapper.changedAfter(agreementId, entry);
    }

    @Override
    public List<AgreementSummary> list(@Nullable String periodId, @Nullable Visible visibleTo) {
        return mapper.list(periodId, visibleTo);
    }

    @Override
    public List<Metric> metrics() {
        return mapper.metrics();
    }
}
