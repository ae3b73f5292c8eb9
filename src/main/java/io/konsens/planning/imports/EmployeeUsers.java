package io.konsens.planning.imports;

import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the users of employees in step with the sales organisation. */
@Component
class EmployeeUsers {

    private final JdbcTemplate jdbc;
    private final Users users;

    EmployeeUsers(JdbcTemplate jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /** After employees were imported, those in the file; after accounts, managers, who plan too if they own some. */
    void update(ImportKind kind) {
        switch (kind) {
            case EMPLOYEES -> update("employee_id in (select employee_id from staging)");
            case ACCOUNTS -> update("role = 'manager'");
            case PRODUCTS, ORDERS -> {}
        }
    }

    private void update(String which) {
        jdbc.query(
                "select login, name, email, role, exists (select from konsens.account where owner_id = employee_id)"
                        + " as plans from konsens.employee where " + which,
                row -> {
                    List<String> groups = new ArrayList<>();
                    if (row.getString("role").equals("manager")) {
                        groups.add(Groups.MANAGER);
                    }
                    if (groups.isEmpty() || row.getBoolean("plans")) {
                        groups.add(Groups.REP);
                    }
                    users.save(row.getString("login"), row.getString("name"), row.getString("email"), groups);
                });
    }
}
