package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.application.ReconcileTargets;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.handover.Difference;
import io.konsens.handover.Handover;
import io.konsens.handover.HandoverStatus;
import io.konsens.handover.LedgerEntry;
import io.konsens.handover.ReconciliationRun;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Refusal;
import io.konsens.testing.SalesTeam;
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
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What both confirmed reaches both systems, however often one of them is down. */
abstract class HandoverRules extends ProcessRules {

    @Autowired
    private KonsensProperties properties;

    @Autowired
    private Handover handover;

    @Autowired
    private TransferTargets transferTargets;

    @Autowired
    private ReconcileTargets reconcileTargets;

    @Autowired
    private ScheduledTaskHolder scheduling;

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
        assertThat(negotiation.handover()).hasNotPassed("serviceTask_transferToCrm", "serviceTask_transferToErp");
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
        assertThat(negotiation.handover())
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
    void what_a_system_rejected_is_a_task_for_the_process_owners_and_then_sent_again() {
        Negotiation negotiation = rejected();

        assertThat(negotiation.handover()).isWaitingAt("userTask_correctHandover");
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        Task correction = task(negotiation, "correctHandover");
        assertThat(correction).hasCandidateGroup(Groups.PROCESS_OWNER);
        assertThat(correction.getName()).startsWith("Übergabe berichtigen").endsWith(": Rita Reich");
        assertThat(correction.getDueDate()).isNotNull();

        negotiation.submitted(SalesTeam.OWNER, Map.of("comment", "The account is there now"));
        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(handover.ledger(negotiation.id()))
                .allMatch(entry -> entry.status() == HandoverStatus.ACCEPTED)
                .filteredOn(entry -> entry.system() == TargetSystem.CRM)
                .allMatch(entry -> entry.attempts() == 2);
    }

    @Test
    void correcting_the_handover_is_not_for_the_two_sides() {
        Negotiation negotiation = rejected();

        for (String login : List.of(negotiation.rep(), negotiation.manager())) {
            assertThatThrownBy(() -> negotiation.submitted(login, Map.of())).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> resync(negotiation, login, null, null))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
        assertThat(negotiation.handover()).isWaitingAt("userTask_correctHandover");
    }

    @Test
    void asking_for_everything_again_spares_the_correction() {
        Negotiation negotiation = rejected();

        resync(negotiation, SalesTeam.OWNER, null, null);
        runJobs(negotiation);

        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    @Test
    void what_was_handed_over_can_be_sent_again_line_by_line() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        runJobs(negotiation);
        String lineId = negotiation.agreement().lines().get(0).lineId();
        Path erpFile = folder(TargetSystem.ERP).resolve(negotiation.id() + "-r1.csv");
        Files.delete(erpFile);

        resync(negotiation, SalesTeam.OWNER, TargetSystem.ERP, List.of(lineId));
        runJobs(negotiation);

        assertThat(erpFile).exists();
        assertThat(negotiation.hasEnded()).isTrue();
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(handover.ledger(negotiation.id()))
                .filteredOn(entry -> entry.attempts() == 2)
                .extracting(LedgerEntry::system, LedgerEntry::lineId)
                .containsExactly(tuple(TargetSystem.ERP, lineId));
        assertThat(negotiation.events(EventType.RESYNC_REQUESTED))
                .singleElement()
                .satisfies(event -> assertThat(event.to()).isEqualTo("ERP"));
    }

    @Test
    void asking_again_revives_what_had_failed_for_good() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        Job transfer = job(negotiation, "serviceTask_transferToCrm");
        try (Outage ignored = new Outage(folder(TargetSystem.CRM))) {
            managementService.setJobRetries(transfer.getId(), 1);
            assertThatThrownBy(() -> managementService.executeJob(transfer.getId()))
                    .hasRootCauseInstanceOf(IOException.class);
        }

        resync(negotiation, SalesTeam.OWNER, null, null);

        assertThat(incidents(negotiation)).isEmpty();
        runJobs(negotiation);
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    @Test
    void what_somebody_changed_or_lost_over_there_is_found_and_sent_again() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        runJobs(negotiation);
        PlanLine line = negotiation.agreement().lines().get(0);
        String key = negotiation.id() + ":" + line.lineId();
        Path erpFile = folder(TargetSystem.ERP).resolve(negotiation.id() + "-r1.csv");
        List<String> lines = Files.readAllLines(erpFile);
        Files.write(
                erpFile,
                lines.stream()
                        .map(row -> row.startsWith(key) ? row.replaceFirst(",[0-9.]+,EUR,", ",1.00,EUR,") : row)
                        .toList());

        List<Difference> found = reconciled(negotiation);

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.system()).isEqualTo(TargetSystem.ERP);
            assertThat(one.externalKey()).isEqualTo(key);
            assertThat(one.kind()).isEqualTo(Difference.Kind.DIFFERENT);
            assertThat(one.expected()).isEqualByComparingTo(line.agreed());
            assertThat(one.found()).isEqualByComparingTo("1.00");
        });
        resync(negotiation, SalesTeam.OWNER, TargetSystem.ERP, List.of(line.lineId()));
        runJobs(negotiation);
        assertThat(Files.readAllLines(erpFile)).isEqualTo(lines);
        assertThat(reconciled(negotiation)).isEmpty();
    }

    @Test
    void a_reconciliation_of_everything_runs_in_the_background_and_says_how_it_went() throws IOException {
        Negotiation negotiation = negotiation().agreed();
        runJobs(negotiation);
        Path crmFile = folder(TargetSystem.CRM).resolve(negotiation.id() + "-r1.csv");
        Files.write(crmFile, Files.readAllLines(crmFile).subList(0, 1));
        Caller owner = team.caller(SalesTeam.OWNER);

        reconcileTargets.start(owner);

        Awaitility.await()
                .until(() -> reconcileTargets.latest(owner).orElseThrow().finishedAt() != null);
        ReconciliationRun run = reconcileTargets.latest(owner).orElseThrow();
        assertThat(run.startedBy()).isEqualTo(SalesTeam.OWNER);
        assertThat(run.error()).isNull();
        assertThat(run.checked()).isEqualTo(run.total()).isPositive();
        assertThat(reconcileTargets.found(owner))
                .filteredOn(one -> one.agreementId().equals(negotiation.id()))
                .hasSize(negotiation.agreement().lines().size())
                .allMatch(one -> one.kind() == Difference.Kind.MISSING && one.system() == TargetSystem.CRM);
    }

    @Test
    void every_night_somebody_looks_although_nobody_asks() {
        Negotiation negotiation = negotiation().agreed();
        runJobs(negotiation);
        ScheduledTask nightly = scheduling.getScheduledTasks().stream()
                .filter(task -> task.toString().endsWith("ReconcileTargets.nightly"))
                .findFirst()
                .orElseThrow();
        assertThat(((CronTask) nightly.getTask()).getExpression()).isEqualTo("0 30 2 * * *");
        Caller owner = team.caller(SalesTeam.OWNER);

        nightly.getTask().getRunnable().run();

        ReconciliationRun run = Awaitility.await()
                .until(() -> reconcileTargets.latest(owner).orElseThrow(), it -> it.finishedAt() != null);
        assertThat(run.startedBy()).isNull();
        assertThat(run.checked()).isEqualTo(run.total()).isPositive();
    }

    @Test
    void only_the_responsible_see_what_differs() {
        Negotiation negotiation = negotiation().agreed();
        Caller manager = team.caller(negotiation.manager());

        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                () -> reconcileTargets.start(manager),
                () -> reconcileTargets.latest(manager),
                () -> reconcileTargets.found(manager),
                () -> reconcileTargets.check(negotiation.id(), manager))) {
            assertThatThrownBy(asked)
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        }
    }

    private List<Difference> reconciled(Negotiation negotiation) {
        return reconcileTargets.check(negotiation.id(), team.caller(SalesTeam.OWNER));
    }

    @Test
    void what_is_not_agreed_cannot_be_sent() {
        Negotiation negotiation = negotiation().planned();

        assertThatThrownBy(() -> resync(negotiation, SalesTeam.OWNER, null, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void what_is_asked_for_while_it_is_being_sent_is_sent_before_the_end() {
        Negotiation negotiation = negotiation().agreed();
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToCrm").getId());
        resync(negotiation, SalesTeam.OWNER, TargetSystem.CRM, null);

        runJobs(negotiation);

        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
        assertThat(handover.ledger(negotiation.id()))
                .filteredOn(entry -> entry.system() == TargetSystem.CRM)
                .allMatch(entry -> entry.attempts() == 2 && entry.status() == HandoverStatus.ACCEPTED);
    }

    private void resync(
            Negotiation negotiation, String login, @Nullable TargetSystem system, @Nullable List<String> lineIds) {
        team.as(login, () -> transferTargets.resync(negotiation.id(), system, lineIds, team.caller(login)));
    }

    private List<Incident> incidents(Negotiation negotiation) {
        return runtimeService
                .createIncidentQuery()
                .processInstanceId(negotiation.handover().getId())
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
