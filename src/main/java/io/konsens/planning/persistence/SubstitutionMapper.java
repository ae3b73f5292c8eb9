package io.konsens.planning.persistence;

import io.konsens.planning.Substitution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Keeps substitutions. */
@Mapper
public interface SubstitutionMapper {

    /** Until the end of the transaction nobody else names a substitute: what was checked stays so. */
    void takeTurns();

    List<Substitution> all();

    List<Substitution> of(String employeeId);

    List<Substitution> notOver(@Param("employeeIds") List<String> employeeIds, @Param("today") LocalDate today);

    @Nullable
    Substitution locked(String substitutionId);

    void insert(Substitution substitution);

    void end(@Param("substitutionId") String substitutionId, @Param("by") String by, @Param("at") Instant at);

    Set<String> absentFor(@Param("substituteId") String substituteId, @Param("today") LocalDate today);

    @Nullable
    String substituteOf(@Param("absentId") String absentId, @Param("today") LocalDate today);

    /** The ids of those the task list does not show as they are today; what has ended first. */
    List<String> untold(LocalDate today);

    /** One of them, held; null if another node is telling of it, or has. */
    @Nullable
    Substitution lockedUntold(@Param("substitutionId") String substitutionId, @Param("today") LocalDate today);

    void told(@Param("substitutionId") String substitutionId, @Param("shown") boolean shown);
}
