package io.konsens.agreement.campaign.web;

import io.konsens.agreement.campaign.Preview;
import io.konsens.agreement.domain.Proration;
import io.konsens.agreement.web.Amounts;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.web.CsvDownload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who would get which agreement. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}/campaign")
class PreviewController {

    private final Preview preview;
    private final CurrentCaller caller;

    PreviewController(Preview preview, CurrentCaller caller) {
        this.preview = preview;
        this.caller = caller;
    }

    /** @param baseline in the period's currency, a string with a dot; null without orders; {@code proration} null for who works the whole period */
    record PlannerView(
            String repId,
            String repName,
            String orgUnit,
            @Nullable String managerName,
            int accounts,
            int lines,
            @Nullable String baseline,
            @Nullable Proration proration,
            int roundsAllowed,
            Preview.@Nullable Excluded excluded) {

        static PlannerView of(Preview.Row row) {
            return new PlannerView(
                    row.repId(),
                    row.repName(),
                    row.orgUnit(),
                    row.managerName(),
                    row.accounts(),
                    row.lines(),
                    row.baseline() == null ? null : row.baseline().toPlainString(),
                    row.proration(),
                    row.roundsAllowed(),
                    row.excluded());
        }
    }

    @GetMapping("/preview")
    List<PlannerView> preview(@PathVariable String periodId) {
        return preview.of(periodId, caller.get()).stream().map(PlannerView::of).toList();
    }

    /** @param baseline in the metric's unit, a string with a dot; null where the metric has none */
    record LineView(
            String metric,
            @Nullable String accountId,
            @Nullable String accountName,
            @Nullable String productGroup,
            @Nullable String baseline) {}

    /** The very lines one rep's agreement would begin with. */
    @GetMapping("/preview/{repId}")
    List<LineView> lines(@PathVariable String periodId, @PathVariable String repId) {
        return preview.lines(periodId, repId, caller.get()).stream()
                .map(line -> new LineView(
                        line.metric().metricId(),
                        line.accountId(),
                        line.accountName(),
                        line.productGroup(),
                        Amounts.write(line.baseline(), line.metric().unit())))
                .toList();
    }

    @GetMapping("/preview.csv")
    ResponseEntity<byte[]> export(@PathVariable String periodId, Locale locale) {
        return CsvDownload.of(
                periodId + "-preview",
                List.of(
                        "rep_id",
                        "rep_name",
                        "org_unit",
                        "manager_name",
                        "accounts",
                        "lines",
                        "baseline",
                        "rounds_allowed",
                        "excluded",
                        "first_day",
                        "last_day"),
                preview.of(periodId, caller.get()).stream()
                        .map(row -> Arrays.<@Nullable Object>asList(
                                row.repId(),
                                row.repName(),
                                row.orgUnit(),
                                row.managerName(),
                                row.accounts(),
                                row.lines(),
                                row.baseline(),
                                row.roundsAllowed(),
                                row.excluded(),
                                row.proration() == null ? null : row.proration().firstDay(),
                                row.proration() == null ? null : row.proration().lastDay()))
                        .toList(),
                locale);
    }
}
