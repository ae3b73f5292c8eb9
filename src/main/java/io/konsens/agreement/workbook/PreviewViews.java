package io.konsens.agreement.workbook;

import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.workbook.LinePreview.Status;
import io.konsens.platform.Localized;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a preview in somebody's language. */
@Component
class PreviewViews {

    private final ProblemTexts texts;
    private final MessageSource messages;

    PreviewViews(ProblemTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** @param unchanged rows that came back as they went out, or say what the agreement has already */
    record PreviewView(int unchanged, List<RowView> rows) {}

    /**
     * @param row as the spreadsheet counts it
     * @param change what to send to {@code POST /api/v1/agreements/{id}/lines} if it is chosen; null if refused
     */
    record RowView(
            int row,
            @Nullable String lineId,
            String label,
            Status status,
            List<FieldView> fields,
            List<ErrorView> errors,
            boolean lacksReason,
            @Nullable Map<String, @Nullable Object> change) {}

    /**
     * @param name of the column, as the workbook heads it
     * @param kind FIGURE, ANSWER or TEXT
     * @param before what it was when the workbook was written; figures are strings with a dot
     */
    record FieldView(
            String name,
            String kind,
            @Nullable String before,
            @Nullable String now,
            @Nullable String mine) {}

    record ErrorView(int row, @Nullable String field, String message) {}

    PreviewView view(List<LinePreview> previews, int rows, Locale locale) {
        return new PreviewView(
                rows - previews.size(),
                previews.stream().map(one -> row(one, locale)).toList());
    }

    private RowView row(LinePreview preview, Locale locale) {
        return new RowView(
                preview.row(),
                preview.lineId(),
                preview.label() instanceof Localized name ? name.in(locale) : String.valueOf(preview.label()),
                preview.status(),
                preview.fields().stream()
                        .map(field -> new FieldView(
                                field.column().title(messages, locale),
                                kind(field.column()),
                                field.before(),
                                field.now(),
                                field.mine()))
                        .toList(),
                preview.problems().stream().map(one -> error(one, locale)).toList(),
                preview.lacksReason(),
                preview.change() == null ? null : body(preview.change()));
    }

    private ErrorView error(Problem problem, Locale locale) {
        return new ErrorView(
                problem.row() == null ? 0 : problem.row(),
                problem.field() == null ? null : Column.valueOf(problem.field()).title(messages, locale),
                texts.text(problem, locale));
    }

    private static String kind(Column column) {
        return switch (column) {
            case PLAN, PROPOSAL, AGREED -> "FIGURE";
            case RESPONSE -> "ANSWER";
            default -> "TEXT";
        };
    }

    /** A change in the form our API takes it. */
    private static Map<String, @Nullable Object> body(LineChange change) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("lineId", change.lineId());
        body.put("version", change.version());
        if (change instanceof LineChange.Plan plan) {
            body.put("plan", plan.plan() == null ? null : plan.plan().toPlainString());
            body.put("comment", plan.comment());
        } else if (change instanceof LineChange.Propose propose) {
            body.put(
                    "proposal",
                    propose.proposal() == null ? null : propose.proposal().toPlainString());
            body.put("reason", propose.reason());
        } else if (change instanceof LineChange.Respond respond) {
            body.put("response", respond.response());
            body.put("comment", respond.comment());
        } else if (change instanceof LineChange.Agree agree) {
            body.put("agreed", agree.agreed() == null ? null : agree.agreed().toPlainString());
        }
        return body;
    }
}
