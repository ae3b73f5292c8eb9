package io.konsens.handover.persistence;

import io.konsens.handover.LedgerEntry;
import io.konsens.handover.LineCount;
import io.konsens.handover.TargetSystem;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads and writes the ledger. */
@Mapper
public interface LedgerMapper {

    /** Waits until nobody else hands this agreement over to this system; held until the transaction ends. */
    void lock(@Param("system") TargetSystem system, @Param("agreementId") String agreementId);

    List<LedgerEntry> entries(String agreementId);

    List<LineCount> counts();

    /**
     * Adds an attempt for each line: a new row, or the same row with one attempt more.
     *
     * @param entries at least one, and no more than a statement has room for: some thousands
     */
    void record(@Param("agreementId") String agreementId, @Param("entries") List<LedgerEntry> entries);

    /** Lines to be sent again: all that match, whatever became of them. */
    void release(
            @Param("agreementId") String agreementId,
            @Param("revision") int revision,
            @Param("system") @Nullable TargetSystem system,
            @Param("lineIds") @Nullable List<String> lineIds,
            @Param("at") Instant at);

    void releaseRejected(
            @Param("agreementId") String agreementId, @Param("revision") int revision, @Param("at") Instant at);
}
