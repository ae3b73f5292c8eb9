package io.konsens.agreement.progress.web;

import io.konsens.agreement.progress.FindProgress;
import io.konsens.agreement.progress.OpenPlaces;
import io.konsens.agreement.progress.Progress;
import io.konsens.agreement.progress.ProgressFilter;
import io.konsens.agreement.progress.ShownRows;
import io.konsens.agreement.progress.web.ProgressTable.Column;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.web.CsvDownload;
import io.konsens.platform.web.XlsxDownload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The progress to take along: what the address says is filtered and open; without a word about that, everything. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}")
class ProgressExport {

    private final FindProgress find;
    private final ProgressTable table;
    private final CurrentCaller caller;

    ProgressExport(FindProgress find, ProgressTable table, CurrentCaller caller) {
        this.find = find;
        this.table = table;
        this.caller = caller;
    }

    /** Columns are named for programs, whatever the language. */
    @GetMapping("/progress.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String periodId,
            ProgressFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale) {
        Progress progress = find.of(periodId, caller.get());
        List<Column> columns = table.columns(progress.period(), progress.metrics(), locale);
        return CsvDownload.of(
                periodId + "-progress",
                columns.stream().map(Column::id).toList(),
                cells(rows(progress, filter, parameters), columns),
                locale);
    }

    @GetMapping("/progress.xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String periodId,
            ProgressFilter filter,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale) {
        Progress progress = find.of(periodId, caller.get());
        List<Column> columns = table.columns(progress.period(), progress.metrics(), locale);
        List<ShownRows.Row> rows = rows(progress, filter, parameters);
        return XlsxDownload.of(
                periodId + "-progress",
                columns.stream().map(Column::title).toList(),
                cells(rows, columns),
                rows.stream().map(ShownRows.Row::depth).toList());
    }

    private static List<ShownRows.Row> rows(
            Progress progress, ProgressFilter filter, MultiValueMap<String, String> parameters) {
        return ShownRows.of(
                progress, filter, Optional.ofNullable(OpenPlaces.in(parameters)).orElse(OpenPlaces.EVERYWHERE));
    }

    private static List<List<@Nullable Object>> cells(List<ShownRows.Row> rows, List<Column> columns) {
        return rows.stream()
                .map(row -> columns.stream()
                        .<@Nullable Object>map(column -> column.value().apply(row))
                        .toList())
                .toList();
    }
}
