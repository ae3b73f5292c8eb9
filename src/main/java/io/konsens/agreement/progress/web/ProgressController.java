package io.konsens.agreement.progress.web;

import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.FindProgress;
import io.konsens.agreement.progress.Progress;
import io.konsens.agreement.progress.ProgressFilter;
import io.konsens.agreement.progress.ShownRows;
import io.konsens.platform.CurrentCaller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far a period has come and what it adds up to, for programs. */
@RestController
class ProgressController {

    private final FindProgress find;
    private final CurrentCaller caller;

    ProgressController(FindProgress find, CurrentCaller caller) {
        this.find = find;
        this.caller = caller;
    }

    /**
     * @param currency of every amount of money
     * @param notSummed metrics in percent: they have no sums
     * @param nodes each place before what is below it
     */
    record ProgressView(String periodId, String currency, List<String> notSummed, List<NodeView> nodes) {}

    /** Answers with an {@code ETag}: ask again with {@code If-None-Match}, and nothing is sent while nothing has changed. */
    @GetMapping("/api/v1/periods/{periodId}/progress")
    ProgressView progress(@PathVariable String periodId, ProgressFilter filter) {
        Progress progress = find.of(periodId, caller.get());
        return new ProgressView(
                periodId,
                progress.period().currency(),
                progress.notSummed().stream().map(Metric::metricId).toList(),
                ShownRows.of(progress, filter, node -> true).stream()
                        .map(row -> NodeView.of(row, progress.metrics()))
                        .toList());
    }
}
