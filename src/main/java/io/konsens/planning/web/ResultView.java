package io.konsens.planning.web;

import io.konsens.planning.imports.ImportResult;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What an import found, in words. */
record ResultView(int rows, int accepted, int rejected, List<ErrorView> errors, Map<String, Integer> rowsByKind) {

    /**
     * What is wrong.
     *
     * @param row the header is row 1
     * @param record the id of the record in the other system; null for files
     */
    record ErrorView(
            @Nullable Integer row,
            @Nullable String record,
            @Nullable String field,
            String message) {}

    /** A commit that was refused because of its rows answers 422. */
    static ResponseEntity<ResultView> answer(ImportResult result, boolean commit, ProblemTexts texts, Locale locale) {
        HttpStatus status = commit && !result.isClean() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
        return ResponseEntity.status(status).body(of(result, texts, locale));
    }

    static ResultView of(ImportResult result, ProblemTexts texts, Locale locale) {
        Map<String, Integer> rowsByKind = new LinkedHashMap<>();
        result.rowsByKind().forEach((kind, rows) -> rowsByKind.put(kind.path(), rows));
        return new ResultView(
                result.rows(),
                result.accepted(),
                result.rejected(),
                result.problems().stream()
                        .map(problem -> error(problem, result.records(), texts, locale))
                        .toList(),
                rowsByKind);
    }

    private static ErrorView error(Problem problem, Map<Integer, String> records, ProblemTexts texts, Locale locale) {
        return new ErrorView(
                problem.row(),
                problem.row() == null ? null : records.get(problem.row()),
                problem.field(),
                texts.text(problem, locale));
    }
}
