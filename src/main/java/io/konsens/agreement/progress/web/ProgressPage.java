package io.konsens.agreement.progress.web;

import io.konsens.agreement.campaign.web.ChosenPeriod;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.FindProgress;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.progress.OpenPlaces;
import io.konsens.agreement.progress.Progress;
import io.konsens.agreement.progress.ProgressFilter;
import io.konsens.agreement.progress.ShownRows;
import io.konsens.agreement.progress.Standing;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The progress page. What is filtered and open is in its address, so that it can be sent on; a place is opened by sending
 * its form, which works without any script.
 */
@Controller
class ProgressPage {

    /** More rows than anybody reads; the exports have all. */
    private static final int MOST_ROWS = 400;

    private final ChosenPeriod chosenPeriod;
    private final FindProgress find;
    private final RowViews views;
    private final ChartData charts;
    private final CurrentCaller caller;

    ProgressPage(ChosenPeriod chosenPeriod, FindProgress find, RowViews views, ChartData charts, CurrentCaller caller) {
        this.chosenPeriod = chosenPeriod;
        this.find = find;
        this.views = views;
        this.charts = charts;
        this.caller = caller;
    }

    @GetMapping("/campaign/progress")
    String page(
            @RequestParam(required = false) @Nullable String period,
            ProgressFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        PlanningPeriod shown = chosenPeriod.choose(period, model);
        if (shown != null) {
            addProgress(shown.periodId(), filter, parameters, model, locale);
        }
        return "progress";
    }

    /** Only what changes while others work. */
    @GetMapping("/campaign/progress/live")
    String live(
            @RequestParam String period,
            ProgressFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        if (chosenPeriod.choose(period, model) == null) {
            throw Refusal.notFound();
        }
        addProgress(period, filter, parameters, model, locale);
        return "progress :: live";
    }

    private void addProgress(
            String periodId,
            ProgressFilter filter,
            MultiValueMap<String, String> parameters,
            Model model,
            Locale locale) {
        Progress progress = find.of(periodId, caller.get());
        Metric metric = progress.metrics().stream()
                .filter(one -> one.metricId().equals(parameters.getFirst("metric")))
                .findFirst()
                .orElse(progress.metrics().get(0));
        OpenPlaces open =
                Optional.ofNullable(OpenPlaces.in(parameters)).orElseGet(() -> OpenPlaces.atFirst(progress, filter));
        String toggled = parameters.getFirst("toggle");
        OpenPlaces now = toggled == null ? open : open.toggled(toggled);
        List<ShownRows.Row> rows = ShownRows.of(progress, filter, now);
        model.addAttribute("progress", progress);
        model.addAttribute("metric", metric);
        model.addAttribute("filter", filter);
        model.addAttribute("open", now.parameters());
        model.addAttribute("everywhere", now.equals(OpenPlaces.EVERYWHERE));
        model.addAttribute("query", ProgressQuery.of(periodId, metric, filter, now));
        model.addAttribute("allRows", rows.size());
        model.addAttribute(
                "rows", views.of(rows.subList(0, Math.min(rows.size(), MOST_ROWS)), metric, caller.get(), locale));
        model.addAttribute("chart", charts.of(progress, filter, metric, locale));
        model.addAttribute("states", AgreementState.values());
        model.addAttribute(
                "units",
                progress.all().filter(node -> node.kind() == Node.Kind.UNIT).toList());
        model.addAttribute("managers", managers(progress));
    }

    /** By name: who leads any of these agreements. */
    private static List<Map.Entry<String, String>> managers(Progress progress) {
        return progress
                .all()
                .map(Node::agreement)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Standing::managerId, Standing::managerName, (one, same) -> one))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(Map.Entry<String, String>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }
}
