package io.konsens.agreement.process;

import io.konsens.testing.SalesTeam;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

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

    Task task(Negotiation negotiation, String step) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(negotiation.id())
                .taskDefinitionKey(ProcessNames.elementId(step))
                .singleResult();
    }

    Job job(Negotiation negotiation, String elementId) {
        return managementService
                .createJobQuery()
                .processInstanceId(negotiation.instance().getId())
                .activityId(elementId)
                .singleResult();
    }

    /** Runs what the job executor would have run by now, and what follows from it. */
    void runJobs(Negotiation negotiation) {
        String instanceId = negotiation.instance().getId();
        for (List<Job> due = dueJobs(instanceId); !due.isEmpty(); due = dueJobs(instanceId)) {
            due.forEach(job -> managementService.executeJob(job.getId()));
        }
    }

    private List<Job> dueJobs(String instanceId) {
        return managementService
                .createJobQuery()
                .processInstanceId(instanceId)
                .messages()
                .list();
    }
}
