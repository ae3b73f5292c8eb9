package io.konsens.handover.persistence;

import io.konsens.handover.ReconciliationRun;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads and writes the runs of the reconciliation. */
@Mapper
public interface ReconciliationMapper {

    /** The last run begun. */
    Optional<ReconciliationRun> latest();

    /** @return how many runs were begun: none while another one is running */
    int begin(@Param("startedBy") @Nullable String startedBy, @Param("total") int total, @Param("at") Instant at);

    void advance(@Param("checked") int checked, @Param("at") Instant at);

    void finish(@Param("error") @Nullable String error, @Param("at") Instant at);

    /** Ends a run that has not been heard of since then. */
    void abandon(@Param("unheardSince") Instant unheardSince, @Param("error") String error);
}
