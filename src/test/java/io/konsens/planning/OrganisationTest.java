package io.konsens.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import io.konsens.testing.ThrowAwayPostgres;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** Who plans what on which ground: four levels, and accounts that change hands. */
@SpringBootTest(properties = "konsens.demo=false")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
class OrganisationTest {

    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final PlanningPeriod YEAR = new PlanningPeriod(
            "2027",
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 12, 31),
            "EUR",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31));

    @Autowired
    private Organisation organisation;

    @Autowired
    private OrderHistory orderHistory;

    @Autowired
    private Periods periods;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void fourLevels() {
        jdbc.update("delete from konsens.order_line");
        jdbc.update("delete from konsens.account");
        jdbc.update("delete from konsens.product");
        jdbc.update("delete from konsens.employee");
        employee("D", "manager", null);
        employee("H", "manager", "D");
        employee("M", "manager", "H");
        employee("R", "rep", "M");
        employee("S", "rep", "H");
        account("A", "R");
        account("B", "M");
        jdbc.update("insert into konsens.product values ('P', 'Tea', 'Beverages'), ('Q', 'Tofu', 'Produce')");
    }

    @Test
    void a_manager_has_everybody_below_at_any_depth_and_not_themselves() {
        assertThat(organisation.below("D")).containsExactlyInAnyOrder("H", "M", "R", "S");
        assertThat(organisation.below("M")).containsExactly("R");
        assertThat(organisation.below("R")).isEmpty();
    }

    @Test
    void reps_plan_and_so_do_managers_who_own_accounts() {
        assertThat(organisation.planners()).extracting(Employee::employeeId).containsExactly("M", "R", "S");
    }

    @Test
    void the_baseline_is_what_present_accounts_bought_in_the_window_in_the_periods_currency() {
        order("1", "2026-01-01", "A", "P", "10.10", "EUR");
        order("2", "2026-12-31", "A", "P", "20.20", "EUR");
        order("3", "2025-12-31", "A", "P", "1000.00", "EUR");
        order("4", "2027-01-01", "A", "P", "1000.00", "EUR");
        order("5", "2026-06-01", "A", "Q", "-5.00", "EUR");
        order("6", "2026-06-01", "A", "Q", "7.00", "USD");
        order("7", "2026-06-01", "B", "P", "99.00", "EUR");

        assertThat(orderHistory.baseline("R", YEAR))
                .containsExactly(
                        new Baseline("A", "Beverages", new BigDecimal("30.30"), new BigDecimal("2.000")),
                        new Baseline("A", "Produce", new BigDecimal("-5.00"), new BigDecimal("1.000")));
        assertThat(orderHistory.foreignOrders(YEAR)).containsExactly(Map.entry("USD", 1));

        jdbc.update("update konsens.account set owner_id = 'S' where account_id = 'A'");
        assertThat(orderHistory.baseline("R", YEAR))
                .as("whoever booked the order")
                .isEmpty();
        assertThat(orderHistory.baseline("S", YEAR)).hasSize(2);
    }

    @Test
    void a_new_account_ordered_for_the_first_time_ever_within_the_window() {
        order("1", "2025-06-01", "A", "P", "1.00", "EUR");
        order("2", "2026-06-01", "A", "P", "1.00", "EUR");
        assertThat(orderHistory.newAccounts("R", YEAR)).isZero();
        order("3", "2026-06-01", "B", "P", "1.00", "EUR");
        assertThat(orderHistory.newAccounts("M", YEAR)).isOne();
    }

    @Test
    void a_period_is_refused_with_every_field_that_is_wrong() {
        PlanningPeriod wrong =
                new PlanningPeriod("20/27", YEAR.end(), YEAR.start(), "EURO", YEAR.baselineTo(), YEAR.baselineFrom());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> periods.save(wrong, OWNER))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder("periodId", "end", "baselineTo", "currency"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> periods.save(YEAR, new Caller("r", Set.of(Groups.REP))))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        periods.save(YEAR, OWNER);
        assertThat(periods.period("2027")).contains(YEAR);
    }

    private void employee(String id, String role, String manager) {
        jdbc.update(
                "insert into konsens.employee (employee_id, login, name, email, role, manager_id, org_unit)"
                        + " values (?, lower(?), ?, 'x@example.org', ?, ?, 'Sales')",
                id,
                id,
                id,
                role,
                manager);
    }

    private void account(String id, String owner) {
        jdbc.update("insert into konsens.account (account_id, name, owner_id) values (?, ?, ?)", id, id, owner);
    }

    private void order(String id, String date, String account, String product, String amount, String currency) {
        jdbc.update(
                "insert into konsens.order_line values (?, ?, 1, ?::date, ?, null, 1, ?::numeric, ?)",
                id,
                product,
                date,
                account,
                amount,
                currency);
    }
}
