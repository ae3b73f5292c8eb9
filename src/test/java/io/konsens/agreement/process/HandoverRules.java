package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.KonsensProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What both confirmed reaches both systems, however often one of them is down. */
abstract class HandoverRules extends ProcessRules {

    @Autowired
    private KonsensProperties properties;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void agreed_targets_reach_both_systems() {
        Negotiation negotiation = negotiation().agreed();

        runJobs(negotiation);

        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        for (TargetSystem system : TargetSystem.values()) {
            assertThat(folder(system).resolve(negotiation.id() + "-r1.csv")).exists();
        }
    }

    @Test
    void the_confirmation_does_not_wait_for_the_systems() {
        Negotiation negotiation = negotiation().agreed();

        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        assertThat(negotiation.instance()).hasNotPassed("serviceTask_transferToCrm", "serviceTask_transferToErp");
    }

    @Test
    void a_system_that_is_down_is_tried_six_times_then_an_incident_is_raised() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        Job transfer = job(negotiation, "serviceTask_transferToCrm");
        List<Duration> waits = new ArrayList<>();

        try (Outage ignored = new Outage(folder(TargetSystem.CRM))) {
            while (retries(transfer) > 0) {
                Instant now = Instant.parse("2030-01-01T08:00:00Z");
                ClockUtil.setCurrentTime(Date.from(now));
                assertThatThrownBy(() -> managementService.executeJob(transfer.getId()))
                        .hasRootCauseInstanceOf(IOException.class);
                if (retries(transfer) > 0) {
                    waits.add(Duration.between(
                            now, reloaded(transfer).getDuedate().toInstant()));
                }
            }
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(6));
        assertThat(incidents(negotiation)).singleElement().satisfies(incident -> {
            assertThat(incident.getActivityId()).isEqualTo("serviceTask_transferToCrm");
            assertThat(incident.getIncidentMessage()).contains("CRM", negotiation.id());
        });
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
    }

    @Test
    void after_an_incident_the_handover_is_resumed_and_the_other_system_is_not_asked_again() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToErp").getId());
        Path erpFile = folder(TargetSystem.ERP).resolve(negotiation.id() + "-r1.csv");
        Files.delete(erpFile);
        Job transfer = job(negotiation, "serviceTask_transferToCrm");
        try (Outage ignored = new Outage(folder(TargetSystem.CRM))) {
            managementService.setJobRetries(transfer.getId(), 1);
            assertThatThrownBy(() -> managementService.executeJob(transfer.getId()))
                    .hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(negotiation.instance())
                .isWaitingAt("serviceTask_transferToCrm")
                .isNotWaitingAt("serviceTask_transferToErp");

        managementService.setJobRetries(transfer.getId(), 1);
        runJobs(negotiation);

        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(folder(TargetSystem.CRM).resolve(negotiation.id() + "-r1.csv"))
                .exists();
        assertThat(erpFile).doesNotExist();
    }

    @Test
    void what_a_system_rejected_keeps_the_handover_open_and_is_an_incident_of_its_own() {
        Negotiation negotiation = negotiation().agreed();
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToCrm").getId());
        ledger(negotiation, "REJECTED");
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToErp").getId());
        Job completion = job(negotiation, "serviceTask_completeHandover");

        while (retries(completion) > 0) {
            assertThatThrownBy(() -> managementService.executeJob(completion.getId()))
                    .hasMessageContaining("handover.incomplete")
                    .hasMessageContaining("CRM");
        }

        assertThat(incidents(negotiation))
                .singleElement()
                .extracting(Incident::getActivityId)
                .isEqualTo("serviceTask_completeHandover");
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);

        ledger(negotiation, "ACCEPTED");
        managementService.setJobRetries(completion.getId(), 1);
        runJobs(negotiation);
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    private void ledger(Negotiation negotiation, String status) {
        jdbc.update(
                "update konsens.handover_ledger set status = ? where agreement_id = ? and system = 'CRM'",
                status,
                negotiation.id());
    }

    private List<Incident> incidents(Negotiation negotiation) {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(negotiation.instance().getId())
                .list();
    }

    private int retries(Job job) {
        return reloaded(job).getRetries();
    }

    private Job reloaded(Job job) {
        return managementService.createJobQuery().jobId(job.getId()).singleResult();
    }

    private Path folder(TargetSystem system) {
        return properties.dataDir().resolve("handover").resolve(system.name().toLowerCase(Locale.ROOT));
    }

    /** While it lasts, nothing can be written to the folder: where it was, there is a file. */
    private record Outage(Path folder) implements AutoCloseable {

        Outage {
            try {
                Files.createDirectories(folder);
                Files.move(folder, aside(folder));
                Files.createFile(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            Files.delete(folder);
            Files.move(aside(folder), folder);
        }

        private static Path aside(Path folder) {
            return folder.resolveSibling(folder.getFileName() + "-aside");
        }
    }
}
