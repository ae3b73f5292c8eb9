package io.konsens.agreement.progress.persistence;

import io.konsens.agreement.progress.LineSums;
import io.konsens.agreement.progress.Member;
import io.konsens.agreement.progress.Standing;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads a whole period in a few statements, however many agreements it has. */
@Mapper
public interface ProgressMapper {

    List<Member> members();

    List<Standing> standings(String periodId);

    /** @param repIds whose; null for everybody's */
    List<LineSums> sums(@Param("periodId") String periodId, @Param("repIds") @Nullable Collection<String> repIds);
}
