package io.konsens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** One agreement, brought on over HTTP by people who log in as programs do. */
public record RemoteNegotiation(int port, String agreementId) {

    /** The rep plans every account as so many times its baseline, everything else as it was, and submits. */
    public RemoteNegotiation planned(String rep, String times) {
        return planned(rep, times, "");
    }

    /** The same, with a comment on every line. */
    public RemoteNegotiation planned(String rep, String times, String comment) {
        change(rep, line -> isSetBy("REP", line), line -> {
            BigDecimal baseline = new BigDecimal(line.get("baseline").asText());
            return "\"plan\":\"%s\",\"comment\":\"%s\""
                    .formatted(isOfAccount(line) ? baseline.multiply(new BigDecimal(times)) : baseline, comment);
        });
        return submitted(rep, "{}");
    }

    /** The manager sets what is theirs to set and lets the plan stand. */
    public RemoteNegotiation reviewed(String manager) {
        setsTheirs(manager);
        return submitted(manager, "{}");
    }

    /** The manager proposes so many times the plan for every account, and sets what is theirs to set. */
    public RemoteNegotiation proposed(String manager, String times, String reason) {
        setsTheirs(manager);
        change(
                manager,
                RemoteNegotiation::isOfAccount,
                line -> "\"proposal\":\"%s\",\"reason\":\"%s\""
                        .formatted(new BigDecimal(line.get("plan").asText()).multiply(new BigDecimal(times)), reason));
        return submitted(manager, "{}");
    }

    /** The rep gives every proposal this answer: ACCEPT or REJECT. */
    public RemoteNegotiation answered(String rep, String response, String comment) {
        change(
                rep,
                line -> isOfAccount(line) && !line.get("proposal").isNull(),
                line -> "\"response\":\"%s\",\"comment\":\"%s\"".formatted(response, comment));
        return submitted(rep, "{}");
    }

    public RemoteNegotiation confirmed(String... sides) {
        for (String side : sides) {
            submitted(side, "{\"confirm\":true}");
        }
        return this;
    }

    /** Completes somebody's step. */
    public RemoteNegotiation submitted(String user, String body) {
        assertThat(Visitor.program(port, user).post(path() + "/submit", body).status())
                .isEqualTo(200);
        return this;
    }

    private void setsTheirs(String manager) {
        change(manager, line -> isSetBy("MANAGER", line), line -> "\"proposal\":\"30.00\"");
    }

    private static boolean isSetBy(String side, JsonNode line) {
        return line.get("setBy").asText().equals(side);
    }

    private static boolean isOfAccount(JsonNode line) {
        return !line.get("accountId").isNull();
    }

    private void change(String user, Predicate<JsonNode> which, Function<JsonNode, String> says) {
        Visitor visitor = Visitor.program(port, user);
        List<String> changes = new ArrayList<>();
        for (JsonNode line : visitor.get(path()).json().get("lines")) {
            if (which.test(line)) {
                changes.add("{\"lineId\":%s,\"version\":%s,%s}"
                        .formatted(line.get("id"), line.get("version"), says.apply(line)));
            }
        }
        assertThat(visitor.post(path() + "/lines", changes.toString()).status()).isEqualTo(200);
    }

    private String path() {
        return "/api/v1/agreements/" + agreementId;
    }
}
