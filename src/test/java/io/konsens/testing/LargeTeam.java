package io.konsens.testing;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An organisation of four levels, of any size, written straight into the tables: director {@code D}, a head of region for
 * a hundred reps, a manager for ten, and reps {@code R1}, {@code R2}, … Each rep has {@code accounts} accounts, which all
 * bought of all {@code groups} product groups in 2026: so their agreement has accounts × groups lines for revenue.
 */
public record LargeTeam(int reps, int accounts, int groups) {

    public static final String PERIOD = "2027";

    public void join(JdbcTemplate jdbc) {
        jdbc.update(
                "insert into konsens.planning_period"
                        + " values (?, '2027-01-01', '2027-12-31', 'EUR', '2026-01-01', '2026-12-31')",
                PERIOD);
        employees(jdbc, "D", 1, "manager", "null", "'Sales'");
        employees(jdbc, "H", (reps + 99) / 100, "manager", "'D1'", "'Region ' || n");
        employees(jdbc, "M", (reps + 9) / 10, "manager", "'H' || (n + 9) / 10", "'Region ' || (n + 9) / 10");
        employees(jdbc, "R", reps, "rep", "'M' || (n + 9) / 10", "'Region ' || (n + 99) / 100");
        jdbc.update(
                "insert into konsens.product select 'P' || n, 'Product ' || n, 'Group ' || n"
                        + " from generate_series(1, ?) n",
                groups);
        jdbc.update(
                "insert into konsens.account (account_id, name, owner_id)"
                        + " select 'A' || r || '-' || a, 'Account ' || r || '-' || a, 'R' || r"
                        + " from generate_series(1, ?) r, generate_series(1, ?) a",
                reps,
                accounts);
        jdbc.update("insert into konsens.order_line"
                + " select account_id || '-' || product_id, product_id, 1, '2026-05-05', account_id, owner_id, 1, 100.50, 'EUR'"
                + " from konsens.account, konsens.product");
        jdbc.execute("analyze konsens.employee, konsens.account, konsens.product, konsens.order_line");
    }

    private static void employees(JdbcTemplate jdbc, String id, int count, String role, String manager, String unit) {
        jdbc.update(
                "insert into konsens.employee (employee_id, login, name, email, role, manager_id, org_unit)"
                        + " select '" + id + "' || n, lower('" + id + "' || n), '" + id + " ' || n, '', '" + role
                        + "', " + manager
                        + ", " + unit + " from generate_series(1, ?) n",
                count);
    }
}
