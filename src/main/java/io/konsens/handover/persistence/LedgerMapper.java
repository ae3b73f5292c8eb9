package io.konsens.handover.persistence;

import io.konsens.handover.LedgerEntry;
import io.konsens.handover.TargetSystem;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads and writes the ledger. */
@Mapper
public interface LedgerMapper {

    /** Waits until nobody else hands this agreement over to this system; held until the transaction ends. */
    void lock(@Param("system") TargetSystem system, @Param("agreementId") String agreementId);

    List<LedgerEntry> entries(String agreementId);

    /**
     * Adds an attempt for each line: a new row, or the same row with one attempt more.
     *
     * @param entries at least one, and no more than a statement has room for: some thousands
     */
    void record(@Param("agreementId") String agreementId, @Param("entries") List<LedgerEntry> entries);
}
