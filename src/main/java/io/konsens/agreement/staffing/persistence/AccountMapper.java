package io.konsens.agreement.staffing.persistence;

import io.konsens.agreement.staffing.AccountFinding;
import io.konsens.planning.PlanningPeriod;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** Holds the accounts against the agreements that plan them. */
@Mapper
public interface AccountMapper {

    List<AccountFinding> findings(PlanningPeriod period);
}
