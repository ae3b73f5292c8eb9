package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.application.AdjustAgreement;
import io.konsens.planning.Substitutes;
import io.konsens.planning.Substitution;
import io.konsens.platform.ShiftableClock;
import io.konsens.testing.SalesTeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What all parts of {@link TargetAgreementProcessTest} need to play a negotiation and to look at it. */
@SuppressWarnings("NullAway.Init")
abstract class ProcessRules {

    @Autowired
    ApplicationContext beans;

    @Autowired
    SalesTeam team;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService managementService;

    @Autowired
    HistoryService historyService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    ShiftableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void assertOnThisEngine() {
        AbstractAssertions.init(engine);
    }

    @AfterEach
    void forgetEngine() {
        AbstractAssertions.reset();
    }

    /** A new agreement of a rep, waiting for the plan; see {@link SalesTeam} for who is who. */
    Negotiation negotiation(String repId) {
        return new Negotiation(beans, team.newAgreement(repId));
    }

    Negotiation negotiation() {
        return negotiation("R1");
    }

    /** Days from today on, in the clock's time. */
    Substitution named(String absentId, String substituteId, int from, int to) {
        Substitutes substitutes = beans.getBean(Substitutes.class);
        return team.as(
                SalesTeam.OWNER,
                () -> substitutes.name(
                        absentId,
                        substituteId,
                        substitutes.today().plusDays(from),
                        substitutes.today().plusDays(to),
                        team.caller(SalesTeam.OWNER)));
    }

    void everybodyIsBack() {
        jdbc.update("update konsens.substitution set ended_at = now(), ended_by = 'test' where ended_at is null");
        beans.getBean(Substitutes.class).tellOfNewDay();
    }

    /** An adjustment of what was agreed, to apply from this day on. */
    Negotiation adjustment(Negotiation former, String login, LocalDate from) {
        AdjustAgreement adjust = beans.getBean(AdjustAgreement.class);
        return new Negotiation(
                beans,
                team.as(login, () -> adjust.begin(former.id(), "The market broke away", from, team.caller(login))));
    }

    /** Deploys a decision table of this repository, changed, as a process owner does. */
    void deploy(String file, UnaryOperator<String> change) throws IOException {
        String table = change.apply(Files.readString(Path.of("dmn", file)));
        team.as(
                SalesTeam.OWNER,
                () -> repositoryService
                        .createDeployment()
                        .name("changed by a process owner")
                        .addString(file, table)
                        .deploy());
    }

    /** Both have confirmed, and the CRM has rejected every line. */
    Negotiation rejected() {
        Negotiation negotiation = negotiation().agreed();
        managementService.executeJob(
                job(negotiation, "serviceTask_transferToCrm").getId());
        jdbc.update(
                "update konsens.handover_ledger set status = 'REJECTED', error = 'Unknown account'"
                        + " where agreement_id = ? and system = 'CRM'",
                negotiation.id());
        runJobs(negotiation);
        return negotiation;
    }

    Task task(Negotiation negotiation, String step) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(negotiation.id())
                .taskDefinitionKey(ProcessNames.elementId(step))
                .singleResult();
    }

    Job job(Negotiation negotiation, String elementId) {
        List<Job> jobs = jobs(negotiation, query -> query.activityId(elementId));
        assertThat(jobs).as(elementId).hasSizeLessThan(2);
        return jobs.isEmpty() ? null : jobs.get(0);
    }

    /** Runs what the job executor would have run by now, and what follows from it. */
    void runJobs(Negotiation negotiation) {
        for (List<Job> due = dueJobs(negotiation); !due.isEmpty(); due = dueJobs(negotiation)) {
            due.forEach(job -> managementService.executeJob(job.getId()));
        }
    }

    private List<Job> dueJobs(Negotiation negotiation) {
        return jobs(negotiation, JobQuery::messages);
    }

    /** Of the negotiation, and of the hand-over it may have called. */
    private List<Job> jobs(Negotiation negotiation, UnaryOperator<JobQuery> which) {
        return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(negotiation.id()).list().stream()
                .flatMap(instance ->
                        which
                                .apply(managementService.createJobQuery().processInstanceId(instance.getId()))
                                .list()
                                .stream())
                .toList();
    }
}
