package io.konsens.agreement.persistence;

import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the negotiation record. */
record EventRow(
        Instant at,
        String by,
        @Nullable String onBehalfOf,
        EventType type,
        @Nullable String lineId,
        @Nullable String fromValue,
        @Nullable String toValue,
        @Nullable String reason,
        int round,
        int processVersion,
        @Nullable String decisionKey,
        @Nullable Integer decisionVersion,
        @Nullable String decisionRuleId) {

    RecordedEvent toEvent() {
        Decision decision = decisionKey == null || decisionVersion == null || decisionRuleId == null
                ? null
                : new Decision(decisionKey, decisionVersion, decisionRuleId);
        return new RecordedEvent(
                new NegotiationEvent(at, by, onBehalfOf, type, lineId, fromValue, toValue, reason, round, decision),
                processVersion);
    }
}
