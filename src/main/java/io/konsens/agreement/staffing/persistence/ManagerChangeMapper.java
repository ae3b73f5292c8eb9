package io.konsens.agreement.staffing.persistence;

import io.konsens.agreement.staffing.ManagerChange;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Holds agreements against the organisation. */
@Mapper
public interface ManagerChangeMapper {

    List<ManagerChange> changes(String periodId);
}
