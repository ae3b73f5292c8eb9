package io.konsens.agreement.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.Node.Kind;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which figure counts where, and who sees it. */
@ProgressTest
class RollUpTest {

    private static final String PERIOD = "2027";
    private static final Instant NOW = ProgressTest.NOW;
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @Autowired
    private FindProgress find;

    @Autowired
    private JdbcTemplate jdbc;

    /** Director D; below, the region heads H1 (with the teams M1 and M2 in her unit) and H2; five reps. */
    @BeforeEach
    void company() {
        jdbc.update(
                "insert into konsens.planning_period"
                        + " values (?, '2027-01-01', '2027-12-31', 'EUR', '2026-01-01', '2026-12-31')",
                PERIOD);
        employee("D", "manager", null, "Sales");
        employee("H1", "manager", "D", "North");
        employee("H2", "manager", "D", "South");
        employee("M1", "manager", "H1", "North");
        employee("M2", "manager", "H1", "North");
        employee("A", "rep", "M1", "North");
        employee("B", "rep", "M1", "North");
        employee("C", "rep", "M2", "North");
        employee("E", "rep", "H2", "South");
    }

    @Test
    void the_tree_goes_from_the_director_by_units_and_teams_to_the_person() {
        for (String rep : List.of("A", "B", "C", "E")) {
            agreement(rep, AgreementState.PLANNING).write(jdbc, PERIOD);
        }

        assertThat(tree(OWNER))
                .containsExactly(
                        "u:Sales>u:North>t:M1>p:A",
                        "u:Sales>u:North>t:M1>p:B",
                        "u:Sales>u:North>t:M2>p:C",
                        "u:Sales>u:South>p:E");
        assertThat(node(OWNER, "u:North").leader()).isEqualTo("Name H1");
    }

    @Test
    void a_manager_who_plans_for_accounts_of_their_own_is_one_of_their_team() {
        agreement("A", AgreementState.PLANNING).write(jdbc, PERIOD);
        new WrittenAgreement("M1", "H1", AgreementState.PLANNING, 1).write(jdbc, PERIOD);

        assertThat(tree(OWNER)).containsExactly("u:Sales>u:North>t:M1>p:A", "u:Sales>u:North>t:M1>p:M1");
    }

    @Test
    void nothing_said_is_not_zero_and_open_lines_are_counted() {
        agreement("A", AgreementState.PLANNING)
                .revenue("100.10", null, null, null, null)
                .revenue("50.00", "0.00", null, null, null)
                .revenue(null, "7.35", null, null, null)
                .write(jdbc, PERIOD);
        agreement("B", AgreementState.PLANNING)
                .revenue("20.00", null, null, null, null)
                .write(jdbc, PERIOD);

        Figures team = figures("t:M1");
        assertThat(team.lines()).isEqualTo(4);
        assertThat(team.openLines()).isEqualTo(2);
        assertThat(team.baseline()).isEqualByComparingTo("170.10");
        assertThat(team.plannedBaseline()).as("only of what is planned").isEqualByComparingTo("50.00");
        assertThat(team.plan()).isEqualByComparingTo("7.35");
        assertThat(team.proposal()).as("no manager has said anything").isNull();
        assertThat(figures("p:B").plan()).as("nobody has planned").isNull();
    }

    @Test
    void the_managers_position_is_the_last_proposal_and_after_a_review_the_plan_that_was_let_stand() {
        agreement("A", AgreementState.REVIEW)
                .revenue(null, "100.00", "120.00", null, null)
                .revenue(null, "10.00", null, null, null)
                .write(jdbc, PERIOD);
        assertThat(figures("p:A").proposal())
                .as("the second line is not looked at yet")
                .isEqualByComparingTo("120.00");

        agreement("B", AgreementState.RESPONSE)
                .revenue(null, "100.00", "120.00", null, null)
                .revenue(null, "10.00", null, null, null)
                .write(jdbc, PERIOD);
        assertThat(figures("p:B").proposal()).isEqualByComparingTo("130.00");

        new WrittenAgreement("C", "M2", AgreementState.REVIEW, 2)
                .revenue(null, "100.00", "120.00", "REJECT", null)
                .revenue(null, "10.00", null, null, null)
                .write(jdbc, PERIOD);
        assertThat(figures("p:C").proposal()).isEqualByComparingTo("130.00");
    }

    @Test
    void agreed_is_what_both_confirmed_and_never_what_management_assigned() {
        agreement("A", AgreementState.AGREED)
                .revenue(null, "100.00", "120.00", "REJECT", "110.00")
                .write(jdbc, PERIOD);
        agreement("B", AgreementState.CONFIRMATION)
                .revenue(null, "50.00", null, null, "50.00")
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.ASSIGNED)
                .revenue(null, "30.00", "40.00", "REJECT", "40.00")
                .write(jdbc, PERIOD);
        agreement("E", AgreementState.HANDED_OVER)
                .revenue(null, "5.00", null, null, "5.00")
                .write(jdbc, PERIOD);

        Figures all = figures("u:Sales");
        assertThat(all.plan()).isEqualByComparingTo("185.00");
        assertThat(all.proposal()).isEqualByComparingTo("215.00");
        assertThat(all.agreed()).as("frozen is not confirmed yet").isEqualByComparingTo("115.00");
        assertThat(all.setByManagement()).isEqualByComparingTo("40.00");
        assertThat(all.quota()).isEqualByComparingTo("205.00");
    }

    @Test
    void a_line_management_sets_counts_as_planned_once_it_is_set() {
        agreement("A", AgreementState.REVIEW)
                .line(new WrittenAgreement.Line("revenue", "MANAGER", null, null, new BigDecimal("9.00"), null, null))
                .line(new WrittenAgreement.Line("revenue", "MANAGER", null, null, null, null, null))
                .write(jdbc, PERIOD);

        assertThat(figures("p:A").plan()).isEqualByComparingTo("9.00");
        assertThat(figures("p:A").openLines()).isEqualTo(1);
    }

    @Test
    void percentages_are_not_summed_and_it_is_said_which() {
        agreement("A", AgreementState.REVIEW)
                .line(new WrittenAgreement.Line(
                        "contribution_margin", "MANAGER", null, null, new BigDecimal("22.50"), null, null))
                .write(jdbc, PERIOD);

        Progress progress = find.of(PERIOD, OWNER);
        assertThat(progress.metrics()).extracting(Metric::metricId).containsExactly("revenue", "new_customers");
        assertThat(progress.notSummed()).extracting(Metric::metricId).containsExactly("contribution_margin");
        assertThat(node(OWNER, "p:A").totals()).containsOnlyKeys("revenue", "new_customers");
    }

    @Test
    void withdrawn_agreements_earlier_revisions_and_adjustments_nobody_has_confirmed_count_nowhere() {
        agreement("A", AgreementState.AGREED)
                .revenue("1.00", "1.00", null, null, "1.00")
                .write(jdbc, PERIOD);
        agreement("A", AgreementState.AGREED)
                .revision(2)
                .revenue("1.00", "2.00", null, null, "2.00")
                .write(jdbc, PERIOD);
        agreement("A", AgreementState.WITHDRAWN)
                .revision(3)
                .revenue("1.00", "4.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("A", AgreementState.REVIEW)
                .revision(4)
                .revenue("1.00", "16.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.WITHDRAWN)
                .revenue("8.00", "8.00", "8.00", null, null)
                .write(jdbc, PERIOD);

        Figures all = figures("u:Sales");
        assertThat(all.agreed()).isEqualByComparingTo("2.00");
        assertThat(all.baseline()).isEqualByComparingTo("1.00");
        assertThat(all.lines()).isEqualTo(1);
        assertThat(node(OWNER, "p:A").standing().revision()).isEqualTo(2);
        assertThat(node(OWNER, "p:C").standing().state()).as("still to be seen").isEqualTo(AgreementState.WITHDRAWN);
        assertThat(node(OWNER, "u:Sales").counts().byState())
                .containsEntry(AgreementState.AGREED, 1)
                .containsEntry(AgreementState.WITHDRAWN, 1);
    }

    @Test
    void a_line_whose_account_went_to_somebody_else_counts_only_there() {
        agreement("A", AgreementState.PLANNING)
                .revenue("8.00", null, null, null, null)
                .revenue("1.00", "2.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.PLANNING)
                .revenue("8.00", "9.00", null, null, null)
                .write(jdbc, PERIOD);
        jdbc.update("update konsens.plan_line set closed_on = '2026-11-04' where line_id = ?", PERIOD + "-A-0");

        assertThat(figures("u:Sales").baseline()).isEqualByComparingTo("9.00");
        assertThat(figures("u:Sales").plan()).isEqualByComparingTo("11.00");
        assertThat(figures("p:A").openLines()).isZero();
    }

    @Test
    void the_top_down_gap_is_what_the_plans_lack_and_over_assignment_is_the_buffer_of_each_level() {
        expects("Sales", "1000.00");
        expects("North", "700.00");
        expects("South", "350.50");
        agreement("A", AgreementState.RESPONSE)
                .revenue(null, "300.00", "400.00", null, null)
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.RESPONSE)
                .revenue(null, "200.00", "310.00", null, null)
                .write(jdbc, PERIOD);
        agreement("E", AgreementState.PLANNING)
                .revenue(null, "349.99", null, null, null)
                .write(jdbc, PERIOD);

        assertThat(totals("u:Sales").topDownGap()).isEqualByComparingTo("150.01");
        assertThat(totals("u:Sales").handedDown()).isEqualByComparingTo("1050.50");
        assertThat(totals("u:Sales").overAssignment()).isEqualByComparingTo("50.50");
        assertThat(totals("u:North").handedDown())
                .as("what is asked of the people")
                .isEqualByComparingTo("710.00");
        assertThat(totals("u:North").overAssignment()).isEqualByComparingTo("10.00");
        assertThat(totals("u:South").topDownGap()).isEqualByComparingTo("0.51");
        assertThat(totals("u:South").overAssignment())
                .as("nothing was asked of anybody")
                .isNull();
        assertThat(totals("t:M1").topDownGap()).isNull();
    }

    @Test
    void a_unit_without_an_expectation_of_its_own_hides_no_buffer() {
        expects("Sales", "500.00");
        agreement("A", AgreementState.RESPONSE)
                .revenue(null, "300.00", "400.00", null, null)
                .write(jdbc, PERIOD);
        agreement("E", AgreementState.RESPONSE)
                .revenue(null, "150.00", null, null, null)
                .write(jdbc, PERIOD);

        assertThat(totals("u:Sales").overAssignment()).isEqualByComparingTo("50.00");
    }

    @Test
    void a_unit_without_agreements_is_shown_while_something_is_expected_of_it() {
        expects("South", "10.00");
        agreement("A", AgreementState.PLANNING).write(jdbc, PERIOD);

        assertThat(totals("u:South").topDownGap()).isEqualByComparingTo("10.00");
        assertThat(tree(OWNER)).contains("u:Sales>u:South");
    }

    @Test
    void days_are_counted_from_the_record_and_only_open_steps_are_overdue() {
        agreement("A", AgreementState.REVIEW)
                .since(Instant.parse("2026-11-02T22:59:00Z"))
                .due(NOW.minusSeconds(1))
                .write(jdbc, PERIOD);
        agreement("B", AgreementState.REVIEW)
                .since(Instant.parse("2026-11-02T23:01:00Z"))
                .due(NOW.plusSeconds(1))
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.AGREED).due(NOW.minusSeconds(1)).write(jdbc, PERIOD);

        assertThat(node(OWNER, "p:A").days()).isEqualTo(3);
        assertThat(node(OWNER, "p:B").days()).as("after midnight in Berlin").isEqualTo(2);
        assertThat(node(OWNER, "p:C").days()).isNull();
        assertThat(node(OWNER, "p:A").isOverdue()).isTrue();
        assertThat(node(OWNER, "u:Sales").counts().overdue()).isEqualTo(1);
    }

    @Test
    void a_deviation_is_open_until_it_is_accepted_talked_over_or_frozen() {
        agreement("A", AgreementState.ALIGNMENT)
                .revenue(null, "1.00", "2.00", "REJECT", null)
                .revenue(null, "1.00", "2.00", "REJECT", "1.50")
                .revenue(null, "1.00", "2.00", "ACCEPT", null)
                .revenue(null, "1.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("B", AgreementState.ASSIGNED)
                .revenue(null, "1.00", "2.00", "REJECT", null)
                .write(jdbc, PERIOD);

        assertThat(node(OWNER, "t:M1").counts().openDeviations()).isEqualTo(1);
    }

    @Test
    void everybody_sees_what_is_below_them_and_only_whole_sums() {
        expects("North", "700.00");
        for (String rep : List.of("A", "B", "C", "E")) {
            agreement(rep, AgreementState.RESPONSE)
                    .revenue(null, "100.00", null, null, null)
                    .write(jdbc, PERIOD);
        }

        assertThat(tree(manager("d"))).isEqualTo(tree(OWNER));
        assertThat(tree(manager("h1"))).containsExactly("u:North>t:M1>p:A", "u:North>t:M1>p:B", "u:North>t:M2>p:C");
        assertThat(tree(manager("m1"))).containsExactly("t:M1>p:A", "t:M1>p:B");
        assertThat(tree(new Caller("a", Set.of(Groups.REP)))).containsExactly("p:A");
        assertThat(tree(new Caller("frank", Set.of(Groups.FINANCE)))).isEqualTo(tree(OWNER));
        assertThat(tree(new Caller("admin", Set.of(Groups.ADMIN)))).isEqualTo(tree(OWNER));
        assertThat(node(manager("h1"), "u:North").totals().get("revenue").expectation())
                .isEqualByComparingTo("700.00");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> find.of(PERIOD, new Caller("stranger", Set.of(Groups.MANAGER))))
                .matches(refusal -> refusal.kind() == Refusal.Kind.NOT_FOUND);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> find.of("1999", OWNER))
                .matches(refusal -> refusal.kind() == Refusal.Kind.NOT_FOUND);
    }

    @Test
    void who_leads_an_agreement_sees_it_wherever_the_rep_is() {
        agreement("A", AgreementState.PLANNING).write(jdbc, PERIOD);
        agreement("C", AgreementState.PLANNING).write(jdbc, PERIOD);
        new WrittenAgreement("E", "M1", AgreementState.PLANNING, 1).write(jdbc, PERIOD);

        assertThat(tree(manager("m1"))).containsExactly("t:M1>p:A", "p:E");
    }

    @Test
    void a_manager_sees_no_place_above_even_if_nobody_else_has_an_agreement_there() {
        expects("Sales", "1.00");
        agreement("A", AgreementState.PLANNING).write(jdbc, PERIOD);

        assertThat(tree(manager("m1"))).containsExactly("u:North>t:M1>p:A");
        assertThat(tree(new Caller("a", Set.of(Groups.REP)))).containsExactly("p:A");
    }

    @Test
    void a_filter_hides_people_and_never_changes_a_sum() {
        agreement("A", AgreementState.REVIEW)
                .due(NOW.minusSeconds(1))
                .revenue(null, "1.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("C", AgreementState.REVIEW)
                .revenue(null, "2.00", null, null, null)
                .write(jdbc, PERIOD);
        agreement("E", AgreementState.PLANNING)
                .revenue(null, "4.00", null, null, null)
                .write(jdbc, PERIOD);

        List<ShownRows.Row> review = rows(new ProgressFilter(AgreementState.REVIEW, false, null, null, null));
        assertThat(review)
                .extracting(row -> row.node().id())
                .containsExactly("u:Sales", "u:North", "t:M1", "p:A", "t:M2", "p:C");
        assertThat(review.get(0).matching()).isEqualTo(2);
        assertThat(review.get(0).node().totals().get("revenue").figures().plan())
                .isEqualByComparingTo("7.00");
        assertThat(people(new ProgressFilter(null, true, null, null, null))).containsExactly("p:A");
        assertThat(people(new ProgressFilter(null, false, "South", null, null))).containsExactly("p:E");
        assertThat(people(new ProgressFilter(null, false, null, "M2", null))).containsExactly("p:C");
        assertThat(people(new ProgressFilter(null, false, null, null, " name c ")))
                .containsExactly("p:C");
        assertThat(people(new ProgressFilter(null, false, null, null, "NORTH"))).containsExactly("p:A", "p:C");
        assertThat(rows(new ProgressFilter(null, false, null, null, "nobody"))).isEmpty();
    }

    private List<ShownRows.Row> rows(ProgressFilter filter) {
        return ShownRows.of(find.of(PERIOD, OWNER), filter, node -> true);
    }

    private List<String> people(ProgressFilter filter) {
        return rows(filter).stream()
                .map(row -> row.node().id())
                .filter(id -> id.startsWith("p:"))
                .toList();
    }

    private WrittenAgreement agreement(String rep, AgreementState state) {
        String manager =
                jdbc.queryForObject("select manager_id from konsens.employee where employee_id = ?", String.class, rep);
        return new WrittenAgreement(rep, manager, state, 1);
    }

    private void employee(String id, String role, String manager, String unit) {
        jdbc.update(
                "insert into konsens.employee (employee_id, login, name, email, role, manager_id, org_unit)"
                        + " values (?, lower(?), 'Name ' || ?, '', ?, ?, ?)",
                id,
                id,
                id,
                role,
                manager,
                unit);
    }

    private void expects(String unit, String amount) {
        jdbc.update(
                "insert into konsens.expectation values (?, ?, 'revenue', ?, 'owner', now())",
                PERIOD,
                unit,
                new BigDecimal(amount));
    }

    private static Caller manager(String login) {
        return new Caller(login, Set.of(Groups.MANAGER));
    }

    private Node node(Caller caller, String id) {
        return find.of(PERIOD, caller)
                .all()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Totals totals(String id) {
        return node(OWNER, id).totals().get("revenue");
    }

    private Figures figures(String id) {
        return totals(id).figures();
    }

    /** The way down to every leaf. */
    private List<String> tree(Caller caller) {
        return find.of(PERIOD, caller).roots().stream()
                .flatMap(root -> ways(root, ""))
                .toList();
    }

    private static Stream<String> ways(Node node, String before) {
        String way = before + node.id();
        return node.kind() == Kind.PERSON || node.children().isEmpty()
                ? Stream.of(way)
                : node.children().stream().flatMap(child -> ways(child, way + ">"));
    }
}
