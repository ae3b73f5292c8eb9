package io.konsens.agreement.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.Prorations;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.RecordedEvent;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.late.LateAgreements;
import io.konsens.handover.Handover;
import io.konsens.handover.LedgerEntry;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** One agreement with its whole record, for people to read. */
@Controller
class AgreementPage {

    private final AgreementAccess access;
    private final Agreements agreements;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Prorations prorations;
    private final CurrentCaller caller;
    private final KonsensProperties properties;
    private final LeadAgreement lead;
    private final AdjustmentPage adjustments;
    private final Handover handover;
    private final LateAgreements late;
    private final ProblemTexts texts;
    private final MessageSource messages;

    AgreementPage(
            AgreementAccess access,
            Agreements agreements,
            Metrics metrics,
            Organisation organisation,
            Prorations prorations,
            CurrentCaller caller,
            KonsensProperties properties,
            LeadAgreement lead,
            AdjustmentPage adjustments,
            Handover handover,
            LateAgreements late,
            ProblemTexts texts,
            MessageSource messages) {
        this.access = access;
        this.agreements = agreements;
        this.metrics = metrics;
        this.organisation = organisation;
        this.prorations = prorations;
        this.caller = caller;
        this.properties = properties;
        this.lead = lead;
        this.adjustments = adjustments;
        this.handover = handover;
        this.late = late;
        this.texts = texts;
        this.messages = messages;
    }

    @GetMapping("/agreements/{id}")
    String page(@PathVariable String id, Model model, Locale locale) {
        TargetAgreement agreement = access.visible(id, caller.get());
        model.addAttribute("agreement", agreement);
        model.addAttribute(
                "repName",
                organisation.employee(agreement.repId()).map(Employee::name).orElse(agreement.repId()));
        List<LedgerEntry> ledger = handover.ledger(agreement.firstId()).stream()
                .filter(entry -> entry.revision() == agreement.revision())
                .toList();
        model.addAttribute(
                "handover",
                ledger.stream()
                        .collect(groupingBy(
                                LedgerEntry::system,
                                TreeMap::new,
                                groupingBy(LedgerEntry::status, TreeMap::new, counting()))));
        model.addAttribute(
                "refused",
                ledger.stream().filter(entry -> entry.error() != null).toList());
        model.addAttribute(
                "labels",
                agreement.lines().stream()
                        .collect(
                                toMap(PlanLine::systemId, line -> ReadableRecord.label(line, metrics.byId(), locale))));
        model.addAttribute("late", late.mark(agreement).orElse(null));
        adjustments.show(agreement, model);
        model.addAttribute("managers", organisation.managers());
        model.addAttribute("zone", properties.zone());
        model.addAttribute("proration", prorations.of(id).orElse(null));
        ReadableRecord readable = new ReadableRecord(agreement, metrics.byId(), messages, locale, properties.zone());
        model.addAttribute(
                "events",
                agreements.events(id).stream()
                        .map(RecordedEvent::event)
                        .map(readable::entry)
                        .toList());
        return "agreement";
    }

    @PostMapping("/agreements/{id}/withdraw")
    String withdraw(@PathVariable String id, @RequestParam String reason, RedirectAttributes flash, Locale locale) {
        return afterwards(
                id, flash, locale, () -> lead.withdraw(id, new StepInput(Map.of("reason", reason)), caller.get()));
    }

    @PostMapping("/agreements/{id}/reassign")
    String reassign(
            @PathVariable String id,
            @RequestParam String managerId,
            @RequestParam String reason,
            RedirectAttributes flash,
            Locale locale) {
        return afterwards(
                id,
                flash,
                locale,
                () -> lead.reassign(id, new StepInput(Map.of("managerId", managerId, "reason", reason)), caller.get()));
    }

    /** Back to the agreement, with what was refused. */
    private String afterwards(String id, RedirectAttributes flash, Locale locale, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            flash.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        }
        return "redirect:/agreements/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
