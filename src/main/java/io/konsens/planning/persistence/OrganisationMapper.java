package io.konsens.planning.persistence;

import io.konsens.planning.Account;
import io.konsens.planning.Employee;
import io.konsens.planning.OrgUnits;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Reads the sales organisation. */
@Mapper
public interface OrganisationMapper {

    @Nullable
    Employee employee(String employeeId);

    @Nullable
    Employee employeeByLogin(String login);

    List<Employee> planners();

    List<Employee> managers();

    List<Employee> colleagues(String employeeId);

    List<Employee> possibleSubstitutes(String employeeId);

    List<Employee> everybody();

    Set<String> below(String managerId);

    List<Account> accountsOf(String ownerId);

    @Nullable
    Account account(String accountId);

    List<String> productGroups();

    /** Most people first. */
    List<OrgUnits.Vote> orgUnitVotes();
}
