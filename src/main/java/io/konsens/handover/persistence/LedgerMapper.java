package io.konsens.handover.persistence;

import io.konsens.handover.LedgerEntry;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads and writes the ledger. */
@Mapper
public interface LedgerMapper {

    List<LedgerEntry> entries(String agreementId);

    /** Adds an attempt: a new row, or the same row with one attempt more. */
    void record(@Param("agreementId") String agreementId, @Param("entry") LedgerEntry entry);
}
