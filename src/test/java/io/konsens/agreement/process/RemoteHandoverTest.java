package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.konsens.agreement.application.ReconcileTargets;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.handover.Difference;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.TargetSystem;
import io.konsens.handover.erp.SapStandIn;
import io.konsens.salesforce.SalesforceStandIn;
import io.konsens.testing.PlayedTime;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The hand-over with both systems at the other end of a line: Salesforce and SAP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/remote-handover-test",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
            "konsens.crm.kind=salesforce",
            "konsens.crm.client-id=konsens",
            "konsens.crm.client-secret=s3cret",
            "konsens.erp.kind=sap",
            "konsens.erp.user=konsens",
            "konsens.erp.password=s3cret",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import({SalesTeam.class, PlayedTime.class})
@DirtiesContext
class RemoteHandoverTest extends ProcessRules {

    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();
    private static final SapStandIn SAP = new SapStandIn();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        SALESFORCE.open();
        SAP.open();
        registry.add("konsens.crm.url", SALESFORCE::url);
        registry.add("konsens.erp.url", SAP::service);
    }

    @AfterAll
    static void close() {
        SALESFORCE.close();
        SAP.close();
    }

    @Autowired
    private Handover handover;

    @Autowired
    private TransferTargets transferTargets;

    @Autowired
    private ReconcileTargets reconcileTargets;

    @BeforeEach
    void forgetEverything() {
        SALESFORCE.clear();
        SAP.clear();
    }

    @Test
    void both_systems_hold_what_was_agreed_and_then_it_is_handed_over() {
        Negotiation negotiation = negotiation().agreed();
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToCrm").getId());
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);

        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(SALESFORCE.figures()).isEqualTo(agreed(negotiation));
        assertThat(SAP.figures()).isEqualTo(agreed(negotiation));
        assertThat(handover.ledger(negotiation.id()))
                .hasSize(2 * negotiation.agreement().lines().size())
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED && entry.attempts() == 1);
    }

    @Test
    void what_the_erp_rejects_is_corrected_and_only_that_is_sent_again() {
        Negotiation negotiation = negotiation().agreed();
        String rejected = negotiation.agreement().lines().get(0).lineId();
        SAP.errors.put(negotiation.id() + ":" + rejected, 400);
        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        assertThat(task(negotiation, "correctHandover")).isNotNull();
        assertThat(handover.ledger(negotiation.id()))
                .filteredOn(entry -> entry.status() == HandoverStatus.REJECTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.error()).isEqualTo("400 ZHR/007: Told to"));
        SAP.errors.clear();
        negotiation.submitted(SalesTeam.OWNER, Map.of("comment", "The personnel number is there now"));
        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(SAP.figures()).isEqualTo(agreed(negotiation));
        assertThat(handover.ledger(negotiation.id()))
                .filteredOn(entry -> entry.attempts() > 1)
                .extracting(entry -> entry.system() + " " + entry.lineId())
                .containsExactly("ERP " + rejected);
    }

    @Test
    void an_erp_that_is_down_holds_up_nobody_but_itself() {
        Negotiation negotiation = negotiation().agreed();
        SAP.refuseNext(503, "<html>Down for maintenance</html>");
        Job transfer = job(negotiation, "serviceTask_transferToErp");
        assertThatThrownBy(() -> managementService.executeJob(transfer.getId())).hasMessageContaining("503");
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToCrm").getId());
        assertThat(SALESFORCE.figures()).isEqualTo(agreed(negotiation));
        assertThat(SAP.figures()).isEmpty();

        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(SAP.figures()).isEqualTo(agreed(negotiation));
    }

    @Test
    void what_was_lost_or_changed_in_the_erp_is_found_and_put_right() {
        Negotiation negotiation = negotiation().agreed();
        runJobs(negotiation);
        List<PlanLine> lines = negotiation.agreement().lines();
        SAP.remove(negotiation.id() + ":" + lines.get(0).lineId());
        SAP.change(negotiation.id() + ":" + lines.get(1).lineId(), "1.00");

        List<Difference> found = reconciled(negotiation);

        assertThat(found)
                .extracting(Difference::system, Difference::lineId, Difference::kind)
                .containsExactlyInAnyOrder(
                        tuple(TargetSystem.ERP, lines.get(0).lineId(), Difference.Kind.MISSING),
                        tuple(TargetSystem.ERP, lines.get(1).lineId(), Difference.Kind.DIFFERENT));
        SALESFORCE.clear();
        team.as(
                SalesTeam.OWNER,
                () -> transferTargets.resync(
                        negotiation.id(),
                        TargetSystem.ERP,
                        found.stream().map(Difference::lineId).toList(),
                        team.caller(SalesTeam.OWNER)));
        runJobs(negotiation);

        assertThat(SAP.figures()).isEqualTo(agreed(negotiation));
        assertThat(SALESFORCE.calls).as("what Salesforce has is not sent again").isEmpty();
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    private List<Difference> reconciled(Negotiation negotiation) {
        return reconcileTargets.check(negotiation.id(), team.caller(SalesTeam.OWNER));
    }

    /** By external key, what both have confirmed. Whether a head count is written with decimals does not matter. */
    private static Map<String, BigDecimal> agreed(Negotiation negotiation) {
        Map<String, BigDecimal> agreed = new TreeMap<>();
        negotiation
                .agreement()
                .lines()
                .forEach(line -> agreed.put(
                        negotiation.id() + ":" + line.lineId(), line.agreed().stripTrailingZeros()));
        return agreed;
    }
}
