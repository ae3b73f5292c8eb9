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

    /**
     * Their agreements, as if a campaign had been started and everybody had planned: of each hundred lines all but one, and
     * every other rep's plan reviewed with a proposal on each tenth line. With the record a negotiation leaves.
     */
    public void plan(JdbcTemplate jdbc) {
        jdbc.update(
                "insert into konsens.target_agreement (agreement_id, period_id, rep_id, manager_id, revision, state, round,"
                        + " rounds_allowed, reopened, currency, process_version, step_due, created_at)"
                        + " select '2027-' || employee_id, '2027', employee_id, manager_id, 1,"
                        + " case when right(employee_id, 1)::int % 2 = 0 then 'RESPONSE' else 'REVIEW' end, 1, 2, false, 'EUR', 1,"
                        + " now() + '3 days', now() - interval '9 days' from konsens.employee where role = 'rep'");
        jdbc.update(
                "insert into konsens.plan_line (line_id, agreement_id, position, metric, account_id, product_group, set_by,"
                        + " baseline, plan, proposal, plausibility, version)"
                        + " select agreement_id || '-' || n, agreement_id, n, 'revenue', account_id, product_group, 'REP', net_amount,"
                        + " case when n % 100 > 0 then net_amount + n end,"
                        + " case when state = 'RESPONSE' and n % 10 = 0 then net_amount + 2 * n end, 'OK', 2"
                        + " from (select a.*, o.*, p.product_group, row_number() over (partition by agreement_id order by account_id,"
                        + " product_id) as n from konsens.target_agreement a join konsens.account c on c.owner_id = a.rep_id"
                        + " join konsens.order_line o using (account_id) join konsens.product p using (product_id)) line");
        jdbc.update(
                "insert into konsens.negotiation_event (agreement_id, at, by, type, line_id, round, process_version)"
                        + " select agreement_id, created_at, 'konsens', 'CREATED', null, 1, 1 from konsens.target_agreement union all"
                        + " select agreement_id, now() - interval '8 days', 'konsens', 'LINE_PREPARED', line_id, 1, 1 from konsens.plan_line"
                        + " union all select agreement_id, now() - interval '5 days', rep_id, 'STATE_CHANGED', null, 1, 1"
                        + " from konsens.target_agreement");
        jdbc.execute("analyze konsens.target_agreement, konsens.plan_line, konsens.negotiation_event");
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
