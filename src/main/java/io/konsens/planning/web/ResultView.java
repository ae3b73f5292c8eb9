package io.konsens.planning.web;

import io.konsens.planning.imports.ImportResult;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an import found, in words. */
record ResultView(int rows, int accepted, int rejected, List<ErrorView> errors) {

    /** The header is row 1. */
    record ErrorView(@Nullable Integer row, @Nullable String field, String message) {}

    static ResultView of(ImportResult result, ProblemTexts texts, Locale locale) {
        return new ResultView(
                result.rows(),
                result.accepted(),
                result.rejected(),
                result.problems().stream()
                        .map(problem -> error(problem, texts, locale))
                        .toList());
    }

    private static ErrorView error(Problem problem, ProblemTexts texts, Locale locale) {
        return new ErrorView(problem.row(), problem.field(), texts.text(problem, locale));
    }
}
