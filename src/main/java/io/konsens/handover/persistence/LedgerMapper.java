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

    /** Adds an attempt: a new row, or the same row with one attempt more. */
    void record(@Param("agreementId") String agreementId, @Param("entry") LedgerEntry entry);
}
