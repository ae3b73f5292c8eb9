package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.EventType;
import io.konsens.testing.SalesTeam;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several requests for one step at the same moment, through the real doors. */
abstract class ParallelRules extends ProcessRules {

    private static final int REQUESTS = 8;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void of_many_submissions_of_one_step_one_succeeds_and_the_others_are_told_they_come_too_late() {
        Negotiation negotiation = negotiation().planned().reviewedWithProposals();
        negotiation.answersEntered(Answer.REJECT);

        List<Integer> statuses = together(request("r1", "/api/v1/agreements/" + negotiation.id() + "/submit", "{}"));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409).hasSize(REQUESTS);
        assertThat(negotiation.agreement().round()).isEqualTo(2);
        assertThat(negotiation.instance()).isWaitingAtExactly("userTask_reviewPlan");
    }

    @Test
    void the_same_holds_at_the_engines_own_door() {
        Negotiation negotiation = negotiation().planned().reviewedWithProposals();
        negotiation.answersEntered(Answer.REJECT);
        String taskId = task(negotiation, "answerProposals").getId();

        List<Integer> statuses = together(request("r1", "/engine-rest/task/" + taskId + "/complete", "{}"));

        assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409).hasSize(REQUESTS);
        assertThat(negotiation.agreement().round()).isEqualTo(2);
    }

    @Test
    void two_confirmations_at_the_same_moment_both_count_once() {
        Negotiation negotiation = negotiation().inConfirmation();
        String submit = "/api/v1/agreements/" + negotiation.id() + "/submit";
        HttpRequest rep = request("r1", submit, "{\"confirm\":true}");
        HttpRequest manager = request("m1", submit, "{\"confirm\":true}");

        List<Integer> first = statuses(Stream.of(rep, manager));
        // Whoever met the other at the join is asked to repeat the step.
        statuses(Stream.of(rep, manager));

        assertThat(first).contains(200).isSubsetOf(200, 409);
        assertThat(negotiation.state()).isEqualTo(AgreementState.AGREED);
        assertThat(negotiation.events(EventType.CONFIRMED)).hasSize(2);
        runJobs(negotiation);
        assertThat(negotiation.state()).isEqualTo(AgreementState.HANDED_OVER);
    }

    private List<Integer> together(HttpRequest request) {
        return statuses(IntStream.range(0, REQUESTS).mapToObj(i -> request));
    }

    private List<Integer> statuses(Stream<HttpRequest> requests) {
        return requests
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
    }

    private HttpRequest request(String login, String path, String body) {
        String credentials = login + ":" + SalesTeam.PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
