package io.konsens.planning;

import io.konsens.planning.persistence.OrganisationMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who works for whom, who owns which account, and what is sold. */
@Component
public class Organisation {

    private final OrganisationMapper mapper;

    Organisation(OrganisationMapper mapper) {
        this.mapper = mapper;
    }

    public Optional<Employee> employee(String employeeId) {
        return Optional.ofNullable(mapper.employee(employeeId));
    }

    /** The employee behind an engine user; empty for users who are no employees, such as an administrator. */
    public Optional<Employee> employeeByLogin(String login) {
        return Optional.ofNullable(mapper.employeeByLogin(login));
    }

    /** Every rep, and every manager who owns accounts: those a campaign makes agreements for; by employee id. */
    public List<Employee> planners() {
        return mapper.planners();
    }

    /** Every manager, by name. */
    public List<Employee> managers() {
        return mapper.managers();
    }

    /** Those who could do this employee's work: everybody under the same manager, and that manager, by name. */
    public List<Employee> colleagues(String employeeId) {
        return mapper.colleagues(employeeId);
    }

    /** Who may stand in for this employee, the nearest first: see {@link Substitutes#name}. At most a thousand. */
    public List<Employee> possibleSubstitutes(String employeeId) {
        return mapper.possibleSubstitutes(employeeId);
    }

    /** Everybody, by name. */
    public List<Employee> everybody() {
        return mapper.everybody();
    }

    /** The ids of everybody below this manager, at any depth, without the manager. */
    public Set<String> below(String managerId) {
        return mapper.below(managerId);
    }

    /** The accounts this employee plans for, by account id. */
    public List<Account> accountsOf(String ownerId) {
        return mapper.accountsOf(ownerId);
    }

    public Optional<Account> account(String accountId) {
        return Optional.ofNullable(mapper.account(accountId));
    }

    /** Every product group, alphabetically. */
    public List<String> productGroups() {
        return mapper.productGroups();
    }
}
