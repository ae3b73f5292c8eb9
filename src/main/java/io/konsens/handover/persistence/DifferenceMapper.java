package io.konsens.handover.persistence;

import io.konsens.handover.Difference;
import io.konsens.handover.TargetSystem;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads and writes what a reconciliation found. */
@Mapper
public interface DifferenceMapper {

    /** @param agreementId null for every agreement */
    List<Difference> all(@Param("agreementId") @Nullable String agreementId);

    /** @param differences at least one */
    void add(@Param("differences") List<Difference> differences);

    void forget(@Param("system") TargetSystem system, @Param("agreementId") String agreementId);

    /** What a system has accepted anew is no difference any more. */
    void settle(
            @Param("system") TargetSystem system,
            @Param("agreementId") String agreementId,
            @Param("lineIds") List<String> lineIds);
}
