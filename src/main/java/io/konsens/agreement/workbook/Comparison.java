package io.konsens.agreement.workbook;

import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.web.Amounts;
import io.konsens.agreement.workbook.LinePreview.Field;
import io.konsens.agreement.workbook.LinePreview.Status;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a returned workbook against the agreement as it is now. Three values meet in a cell: what it was when the workbook
 * was written, what the agreement has now, and what came back. Only what somebody entered is taken: a cell that came back
 * as it went out changes nothing, whatever happened meanwhile.
 */
final class Comparison {

    private static final Map<Column, Function<PlanLine, @Nullable BigDecimal>> FIGURES = Map.of(
            Column.BASELINE, PlanLine::baseline,
            Column.PLAN, PlanLine::plan,
            Column.PROPOSAL, PlanLine::proposal,
            Column.AGREED, PlanLine::agreed);

    private final TargetAgreement agreement;
    private final Map<String, PlanLine> lines;
    private final Map<String, Metric> metrics;
    private final ReturnedWorkbook workbook;
    private final WorkbookStep step;
    private final Function<LineChange, ChangeLines.Trial> trial;
    private final Set<String> seen = new HashSet<>();

    /** @param trial tells what the agreement would say to a change */
    Comparison(
            TargetAgreement agreement,
            Map<String, Metric> metrics,
            ReturnedWorkbook workbook,
            Function<LineChange, ChangeLines.Trial> trial) {
        this.agreement = agreement;
        this.lines = agreement.lines().stream().collect(Collectors.toMap(PlanLine::lineId, Function.identity()));
        this.metrics = metrics;
        this.workbook = workbook;
        this.step = workbook.step();
        this.trial = trial;
    }

    /** What each row means; without those that change nothing. */
    List<LinePreview> rows() {
        return workbook.rows().stream().flatMap(row -> preview(row).stream()).toList();
    }

    private Optional<LinePreview> preview(SheetRow row) {
        PlanLine line = lines.get(row.cell(Column.LINE).text());
        if (line == null) {
            return Optional.of(refused(row, null, label(row), List.of(problem(row, Column.LINE, "workbook.noLine"))));
        }
        Object label = line.label(metrics);
        if (!seen.add(line.lineId())) {
            return Optional.of(refused(row, line, label, List.of(problem(row, Column.LINE, "workbook.twice"))));
        }
        Unit unit = metrics.get(line.metric()).unit();
        List<Problem> problems = new ArrayList<>(locked(row, line, unit));
        Entry base = new Entry(
                orNull(row.cell(Column.BASE_VALUE).text()),
                orNull(row.cell(Column.BASE_TEXT).text()));
        Entry mine = mine(row, unit, problems);
        if (!problems.isEmpty()) {
            return Optional.of(refused(row, line, label, problems));
        }
        Entry now = step.entry(line, unit);
        Entry wanted = new Entry(
                Objects.equals(mine.value(), base.value()) ? now.value() : mine.value(),
                Objects.equals(mine.text(), base.text()) ? now.text() : mine.text());
        return wanted.equals(now)
                ? Optional.empty()
                : Optional.of(changed(row, line, label, fields(base, now, wanted), wanted));
    }

    private LinePreview changed(SheetRow row, PlanLine line, Object label, List<Field> fields, Entry wanted) {
        LineChange change = step.change(line, wanted);
        ChangeLines.Trial said = trial.apply(change);
        if (!said.problems().isEmpty()) {
            List<Problem> problems = said.problems().stream()
                    .map(one -> new Problem(row.row(), column(one.field()), one.code(), one.args()))
                    .toList();
            return new LinePreview(row.row(), line.lineId(), label, Status.REFUSED, fields, problems, false, null);
        }
        boolean stale = !row.cell(Column.VERSION).text().equals(String.valueOf(line.version()));
        return new LinePreview(
                row.row(),
                line.lineId(),
                label,
                stale ? Status.CONFLICT : Status.CHANGE,
                fields,
                List.of(),
                said.lacksReason(),
                change);
    }

    /** What was entered, as far as it can be read. */
    private Entry mine(SheetRow row, Unit unit, List<Problem> problems) {
        String value = null;
        if (step.value() != null) {
            try {
                SheetCell cell = row.cell(step.value());
                value = step == WorkbookStep.ANSWERING
                        ? SheetFigure.answer(cell)
                        : SheetFigure.figure(cell, unit, workbook.german());
            } catch (Refusal refusal) {
                refusal.problems().stream()
                        .map(one -> new Problem(row.row(), step.value().name(), one.code(), one.args()))
                        .forEach(problems::add);
            }
        }
        return new Entry(
                value, step.text() == null ? null : orNull(row.cell(step.text()).text()));
    }

    /** Figures typed over where nothing can be entered: whoever did it meant something, and must not think it was taken. */
    private List<Problem> locked(SheetRow row, PlanLine line, Unit unit) {
        return step.columns().stream()
                .filter(column -> FIGURES.containsKey(column) && !step.isInput(column))
                .filter(column -> !isAsItWas(
                        row.cell(column), Amounts.write(FIGURES.get(column).apply(line), unit), unit))
                .map(column -> problem(row, column, "workbook.locked"))
                .toList();
    }

    private boolean isAsItWas(SheetCell cell, @Nullable String figure, Unit unit) {
        try {
            return Objects.equals(SheetFigure.figure(cell, unit, workbook.german()), figure);
        } catch (Refusal unreadable) {
            return false;
        }
    }

    private List<Field> fields(Entry base, Entry now, Entry wanted) {
        List<Field> fields = new ArrayList<>();
        if (step.value() != null && !Objects.equals(now.value(), wanted.value())) {
            fields.add(new Field(step.value(), base.value(), now.value(), wanted.value()));
        }
        if (step.text() != null && !Objects.equals(now.text(), wanted.text())) {
            fields.add(new Field(step.text(), base.text(), now.text(), wanted.text()));
        }
        return fields;
    }

    private LinePreview refused(SheetRow row, @Nullable PlanLine line, Object label, List<Problem> problems) {
        return new LinePreview(
                row.row(),
                line == null ? null : line.lineId(),
                label,
                Status.REFUSED,
                List.of(),
                problems,
                false,
                null);
    }

    /** The column the agreement's own name of a field stands for. */
    private @Nullable String column(@Nullable String field) {
        Column column = field == null ? null : Set.of("comment", "reason").contains(field) ? step.text() : step.value();
        return column == null ? null : column.name();
    }

    private static Problem problem(SheetRow row, Column column, String code) {
        return new Problem(row.row(), column.name(), code);
    }

    private static String label(SheetRow row) {
        return (row.cell(Column.ACCOUNT).text() + " "
                        + row.cell(Column.PRODUCT_GROUP).text())
                .strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
