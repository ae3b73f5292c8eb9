package io.konsens.agreement.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.agreement.domain.Agreements;
import io.konsens.planning.OrgUnit;
import io.konsens.planning.OrgUnits;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import io.konsens.testing.LargeTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/** What happens before a campaign starts: expectations, preview, announcement. */
@SpringBootTest(
        properties = {"konsens.demo=false", "camunda.bpm.job-execution.enabled=false", "konsens.campaign.threads=0"})
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@DirtiesContext
@Transactional
class PreparationTest {

    private static final String PERIOD = LargeTeam.PERIOD;
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final Caller REGION_HEAD = new Caller("h1", Set.of(Groups.MANAGER));
    private static final Caller REP = new Caller("r1", Set.of(Groups.REP));

    @Autowired
    private OrgUnits orgUnits;

    @Autowired
    private Expectations expectations;

    @Autowired
    private Preview preview;

    @Autowired
    private Announcements announcements;

    @Autowired
    private StartCampaign campaign;

    @Autowired
    private AgreementStarter starter;

    @Autowired
    private Agreements agreements;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void twoRegions() {
        new LargeTeam(103, 2, 3).join(jdbc);
    }

    @Test
    void units_are_below_those_of_their_managers() {
        assertThat(orgUnits.all())
                .containsExactly(
                        new OrgUnit("Sales", null, 0),
                        new OrgUnit("Region 1", "Sales", 1),
                        new OrgUnit("Region 2", "Sales", 1));
        assertThat(orgUnits.within("Sales")).containsExactlyInAnyOrder("Sales", "Region 1", "Region 2");
        assertThat(orgUnits.within("Region 1")).containsExactly("Region 1");
    }

    @Test
    void units_that_lead_each_other_do_not_hang_in_a_circle() {
        jdbc.update("update konsens.employee set manager_id = 'R1' where employee_id = 'D1'");
        assertThat(orgUnits.all()).extracting(OrgUnit::name).containsExactly("Sales", "Region 1", "Region 2");
    }

    @Test
    void expectations_are_kept_changed_and_taken_away() {
        save(
                new Expectation("Sales", "revenue", new BigDecimal("1000.00")),
                new Expectation("Region 1", "new_customers", BigDecimal.ONE));
        save(
                new Expectation("Sales", "revenue", new BigDecimal("2000.50")),
                new Expectation("Region 1", "new_customers", null));
        assertThat(expectations.visible(PERIOD, OWNER))
                .containsExactly(new Expectation("Sales", "revenue", new BigDecimal("2000.50")));
        assertThat(expectations.of(PERIOD, "Sales", "revenue")).contains(new BigDecimal("2000.50"));
        assertThat(expectations.of(PERIOD, "Region 1", "new_customers")).isEmpty();
    }

    @Test
    void managers_see_the_expectations_of_their_own_unit_and_below() {
        save(
                new Expectation("Sales", "revenue", BigDecimal.TEN),
                new Expectation("Region 1", "revenue", BigDecimal.ONE),
                new Expectation("Region 2", "revenue", BigDecimal.TEN));
        assertThat(expectations.visible(PERIOD, REGION_HEAD))
                .extracting(Expectation::orgUnit)
                .containsExactly("Region 1");
        assertThat(expectations.visible(PERIOD, new Caller("d1", Set.of(Groups.MANAGER))))
                .hasSize(3);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> expectations.visible(PERIOD, REP))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void only_process_owners_expect() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> expectations.save(
                        PERIOD, List.of(new Expectation("Region 1", "revenue", BigDecimal.ONE)), REGION_HEAD))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void every_wrong_row_is_named_and_none_is_kept() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> save(
                        new Expectation("Sales", "revenue", BigDecimal.ONE),
                        new Expectation("Nowhere", "revenue", BigDecimal.ONE),
                        new Expectation("Sales", "fun", BigDecimal.ONE),
                        new Expectation("Sales", "new_customers", new BigDecimal("1.5")),
                        new Expectation("Sales", "revenue", new BigDecimal("-1"))))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Problem::row, Problem::field, Problem::code)
                        .containsExactly(
                                tuple(1, "orgUnit", "expectation.unitUnknown"),
                                tuple(2, "metric", "expectation.metricUnknown"),
                                tuple(3, "amount", "figure.notWhole"),
                                tuple(4, "amount", "figure.negative")));
        assertThat(expectations.visible(PERIOD, OWNER)).isEmpty();
    }

    private void save(Expectation... changes) {
        expectations.save(PERIOD, List.of(changes), OWNER);
    }

    @Test
    void the_preview_names_lines_baseline_manager_and_rounds() {
        jdbc.update("update konsens.employee set seniority = 'junior' where employee_id = 'R1'");
        assertThat(row("R1"))
                .isEqualTo(
                        new Preview.Row("R1", "R 1", "Region 1", "M 1", 2, 8, new BigDecimal("603.00"), null, 3, null));
        assertThat(row("R2").roundsAllowed()).isEqualTo(2);
    }

    @Test
    void the_preview_says_who_gets_none_and_why() {
        jdbc.update("update konsens.employee set manager_id = null where employee_id = 'R1'");
        assertThat(row("R1").excluded()).isEqualTo(Preview.Excluded.NO_MANAGER);
        campaign.start(PERIOD, OWNER);
        starter.startSome(1);
        assertThat(row("R10").excluded()).isEqualTo(Preview.Excluded.HAS_AGREEMENT);
    }

    @Test
    void what_is_previewed_is_what_is_started() {
        List<Preview.Row> promised = preview.of(PERIOD, OWNER);
        campaign.start(PERIOD, OWNER);
        starter.startAll();
        assertThat(jdbc.queryForList(
                        "select rep_id || ' ' || manager_id || ' ' || rounds_allowed || ' ' || count(*) || ' ' || sum(baseline)"
                                + " filter (where metric = 'revenue')"
                                + " from konsens.target_agreement join konsens.plan_line using (agreement_id)"
                                + " group by rep_id, manager_id, rounds_allowed order by rep_id",
                        String.class))
                .containsExactlyElementsOf(promised.stream()
                        .map(row -> row.repId() + " " + row.managerName().replace(" ", "") + " " + row.roundsAllowed()
                                + " " + row.lines() + " " + row.baseline())
                        .toList());
    }

    @Test
    void the_lines_shown_for_a_rep_are_the_very_ones_the_agreement_gets() {
        List<String> promised = preview.lines(PERIOD, "R1", OWNER).stream()
                .map(line -> line.metric().metricId() + line.accountId() + line.productGroup() + cents(line.baseline()))
                .toList();
        campaign.start(PERIOD, OWNER);
        starter.startAll();
        assertThat(agreements.find(PERIOD + "-R1").orElseThrow().lines())
                .extracting(line -> line.metric() + line.accountId() + line.productGroup() + cents(line.baseline()))
                .containsExactlyElementsOf(promised)
                .hasSize(8);
    }

    private static BigDecimal cents(BigDecimal figure) {
        return figure == null ? null : figure.setScale(2);
    }

    private Preview.Row row(String repId) {
        return preview.of(PERIOD, OWNER).stream()
                .filter(row -> row.repId().equals(repId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_draft_says_which_rules_apply_in_both_languages() {
        Announcement draft = announcements.edit(PERIOD, OWNER);
        assertThat(draft.textEn())
                .contains("from January 1, 2027 to December 31, 2027")
                .contains("• 2 rounds of proposal and answer before the talk (Everybody else.)")
                .contains("• Revenue: you plan it (All else is planned by the rep.)")
                .contains(
                        "• Contribution margin: set by management, not negotiated (Contribution margin is set by management.)")
                .contains("Working days for each step: plan 10, review 7, answer 5");
        assertThat(draft.textDe())
                .contains("vom 1. Januar 2027 bis 31. Dezember 2027")
                .contains("• 2 Runden aus Vorschlag und Antwort vor dem Gespräch (Der Regelfall.)")
                .contains(
                        "• Deckungsbeitrag: Zielvorgabe der Führungskraft, wird nicht verhandelt (Der Deckungsbeitrag ist Vorgabe.)");
        assertThat(draft.textDe()).containsOnlyOnce("Welche Regeln gelten");
    }

    @Test
    void units_and_seniorities_with_rules_of_their_own_are_told_apart() {
        jdbc.update("update konsens.employee set seniority = 'junior' where employee_id = 'R101'");
        assertThat(announcements.edit(PERIOD, OWNER).textEn())
                .contains("Which rules apply in Region 1:\n• 2 rounds")
                .contains("Which rules apply in Region 2:\n• all others: 2 rounds")
                .contains("• junior: 3 rounds of proposal and answer before the talk (One more round for juniors.)");
    }

    @Test
    void the_team_reads_what_is_published_and_nothing_before() {
        announcements.save(PERIOD, "Entwurf", "Draft", false, OWNER);
        assertThat(announcements.published(PERIOD)).isEmpty();
        announcements.save(PERIOD, "Los geht es", "Here we go", true, OWNER);
        assertThat(announcements.published(PERIOD))
                .hasValueSatisfying(one -> assertThat(one.textDe()).isEqualTo("Los geht es"));
        announcements.save(PERIOD, "Los geht es!", "Here we go!", false, OWNER);
        assertThat(announcements.published(PERIOD))
                .hasValueSatisfying(one -> assertThat(one.textDe()).isEqualTo("Los geht es!"));
    }

    @Test
    void everybody_who_plans_or_leads_is_told_once_of_what_is_published() {
        jdbc.update("delete from konsens.notice");
        announcements.save(PERIOD, "Entwurf", "Draft", false, OWNER);
        assertThat(toldOf()).isEmpty();

        announcements.save(PERIOD, "Los geht es", "Here we go", true, OWNER);
        announcements.save(PERIOD, "Noch einmal", "Once more", true, OWNER);

        assertThat(toldOf())
                .hasSameSizeAs(jdbc.queryForList("select employee_id from konsens.employee"))
                .doesNotHaveDuplicates();
        assertThat(jdbc.queryForList("select distinct text from konsens.notice", String.class))
                .containsExactly("Los geht es");
        jdbc.update("delete from konsens.notice");
    }

    private List<String> toldOf() {
        return jdbc.queryForList(
                "select recipient from konsens.notice where kind = 'ANNOUNCEMENT' and subject like '%' || ?",
                String.class, PERIOD);
    }

    @Test
    void only_process_owners_announce_and_never_nothing() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> announcements.save(PERIOD, "Hallo", "Hello", true, REGION_HEAD))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> announcements.save(PERIOD, " ", "Hello", true, OWNER))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(Problem::field)
                        .containsExactly("textDe"));
    }
}
