package io.konsens.agreement.process;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.StepInput;
import io.konsens.handover.ReviewAssigned;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager who lives in Salesforce sees there that there is a plan to review. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "konsens.demo=false",
            "konsens.data-dir=target/review-task-test",
            "konsens.identity.initial-password=" + SalesTeam.PASSWORD,
            "camunda.bpm.job-execution.enabled=false",
            "konsens.crm.kind=salesforce",
            "konsens.crm.client-id=konsens",
            "konsens.crm.client-secret=s3cret",
            "konsens.crm.review-task.enabled=true",
            "konsens.crm.review-task.look-every=100ms",
        })
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
@Import(SalesTeam.class)
@DirtiesContext
class ReviewTaskTest {

    private static final String TASKS = "/services/data/v66.0/sobjects/Task/Konsens_Key__c/";
    private static final WireMockServer SALESFORCE =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        SALESFORCE.start();
        registry.add("konsens.crm.url", SALESFORCE::baseUrl);
    }

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private SalesTeam team;

    @Autowired
    private TaskService taskService;

    @Autowired
    private LeadAgreement leadAgreement;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void everybodyIsThere() {
        jdbc.update("delete from konsens.review_task");
        SALESFORCE.resetAll();
        SALESFORCE.stubFor(post("/services/oauth2/token")
                .willReturn(okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}")));
        for (String manager : List.of("M1", "M2")) {
            SALESFORCE.stubFor(get(urlPathEqualTo("/services/data/v66.0/query"))
                    .withQueryParam("q", containing("FROM User WHERE IsActive = true AND EmployeeNumber = '" + manager))
                    .willReturn(
                            okJson("{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"005" + manager + "\"}]}")));
        }
        SALESFORCE.stubFor(patch(urlPathMatching(TASKS + ".*"))
                .willReturn(jsonResponse("{\"id\":\"00T1\",\"success\":true,\"created\":true}", 201)));
    }

    @Test
    void theReviewIsTheManagersActivityAndGoesToWhoeverHasIt() throws IOException {
        Negotiation negotiation = new Negotiation(beans, team.newAgreement("R1")).planned();
        Task review = review(negotiation);

        JsonNode task = body(arrived(review.getId(), 1).get(0));
        assertThat(task.path("OwnerId").asText()).isEqualTo("005M1");
        assertThat(task.path("Subject").asText()).isEqualTo(review.getName()).contains("Rita Reich");
        assertThat(task.path("ActivityDate").asText())
                .isEqualTo(LocalDate.ofInstant(review.getDueDate().toInstant(), ZoneId.of("Europe/Berlin"))
                        .toString());
        assertThat(task.path("Status").asText()).isEqualTo("Not Started");

        team.as(
                SalesTeam.OWNER,
                () -> leadAgreement.reassign(
                        negotiation.id(),
                        new StepInput(Map.of("managerId", "M2", "reason", "Max is ill")),
                        team.caller(SalesTeam.OWNER)));

        assertThat(body(arrived(review.getId(), 2).get(1)).path("OwnerId").asText())
                .isEqualTo("005M2");
    }

    @Test
    void anOutageIsSatOutAndTheActivityIsStillThereOnce() {
        SALESFORCE.stubFor(patch(urlPathMatching(TASKS + ".*"))
                .inScenario("outage")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("over"));
        publish("outage-1", "m1");
        await().until(() ->
                state("outage-1").startsWith("1 java") || state("outage-1").startsWith("1 io"));
        assertThat(state("outage-1")).contains("503").endsWith("in 1 min");

        jdbc.update("update konsens.review_task set next_attempt = now()");

        arrived("outage-1", 2);
        await().until(() -> sent("outage-1"));
    }

    @Test
    void whoIsNotInSalesforceIsNamed() {
        SALESFORCE.stubFor(get(urlPathEqualTo("/services/data/v66.0/query"))
                .withQueryParam("q", containing("'B'"))
                .willReturn(okJson("{\"totalSize\":0,\"done\":true,\"records\":[]}")));

        publish("unknown-1", "b");

        await().until(() -> state("unknown-1").contains("0 active users whose EmployeeNumber is B"));
        assertThat(sent("unknown-1")).isFalse();
    }

    @Test
    void whatIsRolledBackIsNeverSent() {
        transaction.executeWithoutResult(status -> {
            beans.publishEvent(new ReviewAssigned("never-1", "m1", "Review", null));
            status.setRollbackOnly();
        });
        publish("later-1", "m1");

        arrived("later-1", 1);
        SALESFORCE.verify(0, patchRequestedFor(urlPathEqualTo(TASKS + "never-1")));
    }

    private void publish(String taskId, String manager) {
        transaction.executeWithoutResult(
                status -> beans.publishEvent(new ReviewAssigned(taskId, manager, "Review", null)));
    }

    private Task review(Negotiation negotiation) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(negotiation.id())
                .taskDefinitionKey("userTask_reviewPlan")
                .singleResult();
    }

    private static List<LoggedRequest> arrived(String taskId, int times) {
        return await().until(
                        () -> SALESFORCE.findAll(patchRequestedFor(urlPathEqualTo(TASKS + taskId))),
                        requests -> requests.size() == times);
    }

    private static JsonNode body(LoggedRequest request) throws IOException {
        return new ObjectMapper().readTree(request.getBodyAsString());
    }

    private String state(String taskId) {
        return jdbc.queryForObject(
                "select attempts || ' ' || coalesce(error, '') || ' in '"
                        + " || round(extract(epoch from next_attempt - now()) / 60) || ' min'"
                        + " from konsens.review_task where task_id = ?",
                String.class,
                taskId);
    }

    private boolean sent(String taskId) {
        return jdbc.queryForObject(
                "select sent_at is not null from konsens.review_task where task_id = ?", Boolean.class, taskId);
    }
}
