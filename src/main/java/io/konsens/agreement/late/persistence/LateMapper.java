package io.konsens.agreement.late.persistence;

import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.late.LateMark;
import io.konsens.agreement.late.Running;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads what is negotiated, writes what is late. */
@Mapper
public interface LateMapper {

    List<Running> running();

    /** @return 0 if this level has been found before */
    int found(
            @Param("agreementId") String agreementId,
            @Param("level") LateLevel level,
            @Param("line") LocalDate line,
            @Param("now") Instant now);

    /** Of what was found before, this level stands and nothing else; null for nothing. */
    void stand(
            @Param("agreementId") String agreementId,
            @Param("level") @Nullable LateLevel level,
            @Param("line") LocalDate line);

    /** @param agreementId null for all of the period */
    List<LateMark> marks(@Param("periodId") String periodId, @Param("agreementId") @Nullable String agreementId);
}
