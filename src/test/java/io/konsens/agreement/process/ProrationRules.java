package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.application.Prorations;
import io.konsens.agreement.campaign.Preview;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.Proration;
import io.konsens.agreement.staffing.MoveAccounts;
import io.konsens.agreement.staffing.SpanChange;
import io.konsens.agreement.staffing.SpanChanges;
import io.konsens.planning.imports.ImportKind;
import io.konsens.testing.SalesTeam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rita works only a part of the year 2026; the installation prorates by whole months. */
abstract class ProrationRules extends ProcessRules {

    @Autowired
    private Prorations prorations;

    @Autowired
    private Preview preview;

    @Autowired
    private FindAgreements find;

    @Autowired
    private SpanChanges spanChanges;

    @Autowired
    private MoveAccounts moveAccounts;

    @AfterEach
    void sheStays() {
        works("", "");
    }

    @Test
    void who_joins_in_september_plans_from_a_third_of_last_year_exact_to_the_cent() {
        works("2026-09-01", "");

        Negotiation negotiation = negotiation();

        assertThat(prorations.of(negotiation.id()))
                .contains(new Proration(
                        LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), Proration.Method.MONTHS, 4, 12));
        assertThat(negotiation.agreement().lines())
                .filteredOn(line -> line.accountId() != null)
                .extracting(PlanLine::accountId, PlanLine::baseline)
                .containsExactly(tuple("A1", new BigDecimal("333.33")), tuple("A2", new BigDecimal("666.67")));
        assertThat(negotiation.events(EventType.PRORATED))
                .extracting(NegotiationEvent::from, NegotiationEvent::to, NegotiationEvent::reason)
                .containsExactly(tuple("2026-09-01", "2026-12-31", "4/12"));
    }

    @Test
    void percentages_are_not_prorated_and_counts_are_rounded() {
        works("", "2026-03-31");

        Negotiation negotiation = negotiation();

        assertThat(negotiation.agreement().lines())
                .filteredOn(line -> line.accountId() == null)
                .extracting(PlanLine::metric, PlanLine::baseline)
                // Two new customers last year: a quarter of them is half a customer, and counts as one.
                .containsExactly(tuple("contribution_margin", null), tuple("new_customers", new BigDecimal("1.00")));
    }

    @Test
    void the_preview_says_so_beforehand() {
        String period = negotiation().agreement().periodId();
        works("2026-07-01", "");

        assertThat(row(period, "R1").baseline()).isEqualByComparingTo("1500.00");
        assertThat(row(period, "R1").proration()).extracting(Proration::part).isEqualTo(6);
        assertThat(preview.lines(period, "R1", team.caller(SalesTeam.OWNER)))
                .filteredOn(line -> line.accountId() != null)
                .extracting(line -> line.baseline())
                .containsExactly(new BigDecimal("500.00"), new BigDecimal("1000.00"));
    }

    @Test
    void an_account_that_moves_comes_with_the_share_of_its_new_owner() {
        works("2026-07-01", "");
        Negotiation ritas = negotiation();
        String period = ritas.agreement().periodId();
        assertThat(new Negotiation(beans, period + "-R2").agreement().lines())
                .extracting(PlanLine::baseline)
                .contains(new BigDecimal("3000.00"));
        owns("A3", "R1");
        try {
            assertThat(moveAccounts.move(period, List.of("A3"), "Rita knows Gamma", team.caller(SalesTeam.OWNER)))
                    .isEmpty();
        } finally {
            owns("A3", "R2");
        }

        assertThat(ritas.agreement().lines())
                .last()
                .extracting(PlanLine::accountId, PlanLine::baseline)
                .containsExactly("A3", new BigDecimal("1500.00"));
    }

    @Test
    void who_does_not_work_in_the_period_gets_no_agreement() {
        works("", "2025-12-31");

        String period = negotiation("R2").agreement().periodId();

        assertThat(find.list(period, team.caller(SalesTeam.OWNER)))
                .extracting(AgreementSummary::repId)
                .containsExactly("R2", "R3");
        assertThat(row(period, "R1").excluded()).isEqualTo(Preview.Excluded.NOT_THERE);
    }

    @Test
    void who_turns_out_to_leave_during_the_negotiation_is_listed_until_it_is_withdrawn() {
        Negotiation negotiation = negotiation();
        assertThat(listed(negotiation)).isEmpty();

        works("", "2026-06-30");

        assertThat(listed(negotiation)).singleElement().satisfies(change -> {
            assertThat(change.agreementId()).isEqualTo(negotiation.id());
            assertThat(change.agreedLast()).isEqualTo("2026-12-31");
            assertThat(change.worksLast()).isEqualTo("2026-06-30");
            assertThat(change.isNeverThere()).isFalse();
        });
    }

    private Preview.Row row(String period, String repId) {
        return preview.of(period, team.caller(SalesTeam.OWNER)).stream()
                .filter(row -> row.repId().equals(repId))
                .findFirst()
                .orElseThrow();
    }

    private List<SpanChange> listed(Negotiation negotiation) {
        return spanChanges.of(negotiation.agreement().periodId(), team.caller(SalesTeam.OWNER));
    }

    private void owns(String account, String repId) {
        team.load(
                ImportKind.ACCOUNTS,
                "account_id,name,segment,country,owner_id\n" + account + ",Gamma,,," + repId + "\n");
    }

    private void works(String entry, String exit) {
        team.load(
                ImportKind.EMPLOYEES,
                "employee_id,name,email,role,manager_id,org_unit,seniority,entry_date,exit_date\n"
                        + "R1,Rita Reich,r1@example.org,rep,M1,Sales North,senior," + entry + "," + exit + "\n");
    }
}
