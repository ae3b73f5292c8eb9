package io.konsens.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One agreement, brought on over HTTP by people who log in as programs do. */
public record RemoteNegotiation(int port, String agreementId) {

    /** The rep plans every account as so many times its baseline, everything else as it was, and submits. */
    public RemoteNegotiation planned(String rep, String times) {
        change(rep, "REP", line -> {
            BigDecimal baseline = new BigDecimal(line.get("baseline").asText());
            return "\"plan\":\"%s\""
                    .formatted(line.get("accountId").isNull() ? baseline : baseline.multiply(new BigDecimal(times)));
        });
        return submitted(rep, "{}");
    }

    /** The manager sets what is theirs to set and lets the plan stand. */
    public RemoteNegotiation reviewed(String manager) {
        change(manager, "MANAGER", line -> "\"proposal\":\"30.00\"");
        return submitted(manager, "{}");
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

    private void change(String user, String setBy, Function<JsonNode, String> figure) {
        Visitor visitor = Visitor.program(port, user);
        List<String> changes = new ArrayList<>();
        for (JsonNode line : visitor.get(path()).json().get("lines")) {
            if (line.get("setBy").asText().equals(setBy)) {
                changes.add("{\"lineId\":%s,\"version\":%s,%s}"
                        .formatted(line.get("id"), line.get("version"), figure.apply(line)));
            }
        }
        assertThat(visitor.post(path() + "/lines", changes.toString()).status()).isEqualTo(200);
    }

    private String path() {
        return "/api/v1/agreements/" + agreementId;
    }
}
