package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.Side;
import io.konsens.platform.CurrentCaller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The complete negotiation, in the order it happened: the evidence that a target was agreed, not set. */
@RestController
class RecordController {

    private final AgreementViews views;
    private final AgreementAccess access;
    private final Agreements agreements;
    private final CurrentCaller caller;

    RecordController(AgreementViews views, AgreementAccess access, Agreements agreements, CurrentCaller caller) {
        this.views = views;
        this.access = access;
        this.agreements = agreements;
        this.caller = caller;
    }

    record NegotiationRecord(
            AgreementView agreement,
            Map<String, Integer> ruleVersions,
            List<Entry> events,
            List<ConfirmationView> confirmations) {}

    /** One event; figures are in the metric's unit, with a dot. */
    record Entry(
            Instant at,
            String by,
            @Nullable String onBehalfOf,
            EventType type,
            @Nullable String lineId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            int round,
            int processVersion,
            @Nullable Decision decision) {

        static Entry of(RecordedEvent recorded) {
            NegotiationEvent event = recorded.event();
            return new Entry(
                    event.at(),
                    event.by(),
                    event.onBehalfOf(),
                    event.type(),
                    event.lineId(),
                    event.from(),
                    event.to(),
                    event.reason(),
                    event.round(),
                    recorded.processVersion(),
                    event.decision());
        }
    }

    record ConfirmationView(String by, @Nullable String onBehalfOf, Side side, Instant at, String sha256) {}

    @GetMapping("/api/v1/agreements/{id}/record")
    NegotiationRecord record(@PathVariable String id) {
        var agreement = access.visible(id, caller.get());
        return new NegotiationRecord(
                views.view(id, caller.get()),
                agreement.ruleVersions(),
                agreements.events(id).stream().map(Entry::of).toList(),
                agreement.confirmations().stream()
                        .map(c -> new ConfirmationView(c.by(), c.onBehalfOf(), c.side(), c.at(), c.sha256()))
                        .toList());
    }
}
