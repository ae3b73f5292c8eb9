package io.konsens.agreement.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.HandoverOverview;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.ReconcileTargets;
import io.konsens.agreement.application.TransferTargets;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.handover.Difference;
import io.konsens.handover.TargetSystem;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import io.konsens.platform.web.CsvDownload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has arrived where, what has not, and what has been lost or changed there since. */
@Controller
class HandoverPage {

    private final HandoverOverview overview;
    private final ReconcileTargets reconcileTargets;
    private final TransferTargets transferTargets;
    private final AgreementAccess access;
    private final Metrics metrics;
    private final CurrentCaller caller;
    private final KonsensProperties properties;
    private final ProblemTexts texts;
    private final MessageSource messages;

    HandoverPage(
            HandoverOverview overview,
            ReconcileTargets reconcileTargets,
            TransferTargets transferTargets,
            AgreementAccess access,
            Metrics metrics,
            CurrentCaller caller,
            KonsensProperties properties,
            ProblemTexts texts,
            MessageSource messages) {
        this.overview = overview;
        this.reconcileTargets = reconcileTargets;
        this.transferTargets = transferTargets;
        this.access = access;
        this.metrics = metrics;
        this.caller = caller;
        this.properties = properties;
        this.texts = texts;
        this.messages = messages;
    }

    @GetMapping("/handover")
    String page(@RequestParam(defaultValue = "false") boolean problems, Model model, Locale locale) {
        List<HandoverOverview.Way> all = overview.ways(caller.get());
        model.addAttribute("nothing", all.isEmpty());
        model.addAttribute(
                "ways",
                all.stream().filter(way -> !problems || way.hasProblem()).toList());
        model.addAttribute("problems", problems);
        model.addAttribute("systems", TargetSystem.values());
        model.addAttribute("run", reconcileTargets.latest(caller.get()).orElse(null));
        List<Difference> differences = reconcileTargets.found(caller.get());
        model.addAttribute("differences", differences);
        model.addAttribute("labels", labels(differences, locale));
        model.addAttribute("zone", properties.zone());
        return "handover";
    }

    /** By line id. */
    private Map<String, String> labels(List<Difference> differences, Locale locale) {
        Map<String, Metric> byId = metrics.byId();
        return differences.stream()
                .map(Difference::agreementId)
                .distinct()
                .map(agreementId -> access.visible(access.inForce(agreementId, caller.get()), caller.get()))
                .flatMap(agreement -> agreement.lines().stream())
                .collect(toMap(PlanLine::systemId, line -> ReadableRecord.label(line, byId, locale)));
    }

    @PostMapping("/handover/reconcile")
    String reconcile() {
        reconcileTargets.start(caller.get());
        return "redirect:/handover";
    }

    /** Hands a whole agreement over again. */
    @PostMapping("/handover/agreement")
    String resync(@RequestParam String agreementId, RedirectAttributes flash, Locale locale) {
        return afterwards(
                flash,
                locale,
                Set.of(agreementId),
                () -> transferTargets.resync(agreementId, null, null, caller.get()));
    }

    /** Hands lines over again, each in the system where it differs. */
    @PostMapping("/handover/differences")
    String resync(@RequestParam(defaultValue = "") List<String> chosen, RedirectAttributes flash, Locale locale) {
        Set<String> keys = Set.copyOf(chosen);
        Map<String, Map<TargetSystem, List<String>>> lines = reconcileTargets.found(caller.get()).stream()
                .filter(one -> one.lineId() != null && keys.contains(choice(one)))
                .collect(groupingBy(
                        Difference::agreementId,
                        groupingBy(
                                Difference::system, mapping(one -> Objects.requireNonNull(one.lineId()), toList()))));
        return afterwards(flash, locale, lines.keySet(), () -> {
            if (lines.isEmpty()) {
                throw Refusal.invalid("handover.nothingChosen");
            }
            lines.forEach((agreementId, bySystem) -> bySystem.forEach(
                    (system, lineIds) -> transferTargets.resync(agreementId, system, lineIds, caller.get())));
        });
    }

    /** What a box to tick stands for. */
    static String choice(Difference one) {
        return one.system() + " " + one.externalKey();
    }

    @GetMapping("/handover/differences.csv")
    ResponseEntity<byte[]> export(Locale locale) {
        List<String> header = List.of(
                "system", "agreement", "external_key", "difference", "expected", "found", "currency", "found_at");
        List<List<@Nullable Object>> rows = reconcileTargets.found(caller.get()).stream()
                .map(one -> Arrays.<@Nullable Object>asList(
                        one.system(),
                        one.agreementId(),
                        one.externalKey(),
                        messages.getMessage("enum.Difference.Kind." + one.kind(), null, locale),
                        one.expected(),
                        one.found(),
                        one.foundCurrency(),
                        one.foundAt()))
                .toList();
        return CsvDownload.of("differences", header, rows, locale);
    }

    /** Back to the page, with what was done or refused. */
    private String afterwards(RedirectAttributes flash, Locale locale, Set<String> agreementIds, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute(
                    "done",
                    messages.getMessage("handover.resynced", new Object[] {String.join(", ", agreementIds)}, locale));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        }
        return "redirect:/handover";
    }
}
