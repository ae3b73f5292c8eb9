package io.konsens.agreement.web;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Localized;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One agreement with its whole record, for people to read. */
@Controller
class AgreementPage {

    private final AgreementAccess access;
    private final Agreements agreements;
    private final Metrics metrics;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final KonsensProperties properties;

    AgreementPage(
            AgreementAccess access,
            Agreements agreements,
            Metrics metrics,
            Organisation organisation,
            CurrentCaller caller,
            KonsensProperties properties) {
        this.access = access;
        this.agreements = agreements;
        this.metrics = metrics;
        this.organisation = organisation;
        this.caller = caller;
        this.properties = properties;
    }

    /** An entry of the record as the page shows it. */
    public record Entry(
            Instant at,
            String by,
            EventType type,
            @Nullable String line,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String rule) {}

    @GetMapping("/agreements/{id}")
    String page(@PathVariable String id, Model model, Locale locale) {
        TargetAgreement agreement = access.visible(id, caller.get());
        Map<String, Metric> byId = metrics.byId();
        model.addAttribute("agreement", agreement);
        model.addAttribute(
                "repName",
                organisation.employee(agreement.repId()).map(Employee::name).orElse(agreement.repId()));
        model.addAttribute("zone", properties.zone());
        model.addAttribute(
                "events",
                agreements.events(id).stream()
                        .map(RecordedEvent::event)
                        .map(event -> entry(event, agreement, byId, locale))
                        .toList());
        return "agreement";
    }

    private static Entry entry(
            NegotiationEvent event, TargetAgreement agreement, Map<String, Metric> byId, Locale locale) {
        Object line =
                event.lineId() == null ? null : agreement.line(event.lineId()).label(byId);
        Decision rule = event.decision();
        return new Entry(
                event.at(),
                event.by(),
                event.type(),
                line instanceof Localized name ? name.in(locale) : (String) line,
                event.from(),
                event.to(),
                event.reason(),
                rule == null ? null : rule.key() + " v" + rule.version() + " · " + rule.ruleId());
    }
}
