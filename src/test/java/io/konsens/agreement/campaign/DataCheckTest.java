package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import io.konsens.platform.Users;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/** Each check finds what it is for, and nothing in an organisation that is in order. */
@SpringBootTest(
        properties = {"konsens.demo=false", "camunda.bpm.job-execution.enabled=false", "konsens.campaign.threads=0"})
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
@Transactional
class DataCheckTest {

    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @Autowired
    private DataCheck dataCheck;

    @Autowired
    private Users users;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void inOrder() {
        new LargeTeam(3, 2, 2).join(jdbc);
        for (String login : List.of("m1", "r1", "r2", "r3")) {
            users.save(login, login, "", List.of());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_organisation_in_order_has_no_findings(Check check) {
        assertThat(findings(check)).isEmpty();
    }

    @Test
    void nobody_to_plan() {
        jdbc.update("update konsens.employee set manager_id = null");
        assertThat(findings(Check.NOBODY_TO_PLAN)).hasSize(1);
    }

    @Test
    void orders_in_another_currency_by_order() {
        jdbc.update("update konsens.order_line set currency = 'USD' where account_id = 'A1-1' and product_id = 'P1'");
        assertThat(findings(Check.FOREIGN_ORDERS))
                .containsExactly(new Finding("A1-1-P1", "Account 1-1", "USD", new BigDecimal("100.50")));
    }

    @Test
    void orders_outside_the_window_may_be_in_any_currency() {
        jdbc.update(
                "update konsens.order_line set currency = 'USD', order_date = '2025-12-31' where account_id = 'A1-1'");
        assertThat(findings(Check.FOREIGN_ORDERS)).isEmpty();
    }

    @Test
    void who_plans_without_a_manager_with_what_hangs_on_it() {
        jdbc.update("update konsens.employee set manager_id = null where employee_id = 'R2'");
        assertThat(findings(Check.PLANNERS_WITHOUT_MANAGER))
                .containsExactly(new Finding("R2", "R 2", "Region 1", new BigDecimal("402.00")));
    }

    @Test
    void who_plans_or_leads_and_cannot_log_in() {
        users.save("h1", "H", "", List.of());
        jdbc.update("update konsens.employee set login = 'gone' where employee_id = 'R3'");
        jdbc.update("update konsens.employee set login = 'gone-too' where employee_id = 'M1'");
        assertThat(findings(Check.PEOPLE_WITHOUT_LOGIN)).extracting(Finding::id).containsExactly("R3", "M1");
    }

    @Test
    void whose_accounts_ordered_nothing_in_the_window() {
        jdbc.update("update konsens.order_line set order_date = '2025-12-31' where employee_id = 'R1'");
        assertThat(findings(Check.PLANNERS_WITHOUT_LINES))
                .extracting(Finding::id)
                .containsExactly("R1");
    }

    @Test
    void accounts_without_owner_those_with_most_orders_first() {
        jdbc.update("update konsens.account set owner_id = null where account_id in ('A1-1', 'A2-1')");
        jdbc.update("delete from konsens.order_line where account_id = 'A1-1' and product_id = 'P1'");
        assertThat(findings(Check.ACCOUNTS_WITHOUT_OWNER))
                .containsExactly(
                        new Finding("A2-1", "Account 2-1", null, new BigDecimal("201.00")),
                        new Finding("A1-1", "Account 1-1", null, new BigDecimal("100.50")));
    }

    @Test
    void accounts_owned_by_a_manager_with_the_manager() {
        jdbc.update("update konsens.account set owner_id = 'M1' where account_id = 'A1-1'");
        assertThat(findings(Check.ACCOUNTS_OF_MANAGERS))
                .containsExactly(new Finding("A1-1", "Account 1-1", "M 1", new BigDecimal("201.00")));
    }

    @Test
    void ordered_products_without_a_group() {
        jdbc.update("update konsens.product set product_group = ' ' where product_id = 'P2'");
        assertThat(findings(Check.PRODUCTS_WITHOUT_GROUP))
                .containsExactly(new Finding("P2", "Product 2", null, new BigDecimal("603.00")));
    }

    @Test
    void weights_that_do_not_add_up_to_a_hundred() {
        jdbc.update("update konsens.metric set weight = 59.99 where metric_id = 'revenue'");
        assertThat(findings(Check.METRIC_WEIGHTS))
                .first()
                .isEqualTo(new Finding("revenue", "Revenue", null, new BigDecimal("59.99")));
    }

    @Test
    void too_few_weighted_metrics() {
        jdbc.update("update konsens.metric set weight = 0 where metric_id != 'revenue'");
        assertThat(findings(Check.METRIC_COUNT)).isNotEmpty();
    }

    @Test
    void only_process_owners_check() {
        Caller director = new Caller("d1", Set.of(Groups.MANAGER));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> dataCheck.run(LargeTeam.PERIOD, Locale.ENGLISH, director));
    }

    private List<Finding> findings(Check check) {
        return dataCheck.run(check, LargeTeam.PERIOD, Locale.ENGLISH, OWNER).findings();
    }
}
