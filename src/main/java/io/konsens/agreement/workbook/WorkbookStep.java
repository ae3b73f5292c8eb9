package io.konsens.agreement.workbook;

import static io.konsens.agreement.workbook.Column.ACCOUNT;
import static io.konsens.agreement.workbook.Column.AGREED;
import static io.konsens.agreement.workbook.Column.BASELINE;
import static io.konsens.agreement.workbook.Column.BASE_TEXT;
import static io.konsens.agreement.workbook.Column.BASE_VALUE;
import static io.konsens.agreement.workbook.Column.CHANGE;
import static io.konsens.agreement.workbook.Column.CHANGE_PERCENT;
import static io.konsens.agreement.workbook.Column.CHECK;
import static io.konsens.agreement.workbook.Column.COMMENT;
import static io.konsens.agreement.workbook.Column.GAP;
import static io.konsens.agreement.workbook.Column.LINE;
import static io.konsens.agreement.workbook.Column.METRIC;
import static io.konsens.agreement.workbook.Column.MIDDLE;
import static io.konsens.agreement.workbook.Column.PLAN;
import static io.konsens.agreement.workbook.Column.PRODUCT_GROUP;
import static io.konsens.agreement.workbook.Column.PROPOSAL;
import static io.konsens.agreement.workbook.Column.REASON;
import static io.konsens.agreement.workbook.Column.RESPONSE;
import static io.konsens.agreement.workbook.Column.RESPONSE_COMMENT;
import static io.konsens.agreement.workbook.Column.UNIT;
import static io.konsens.agreement.workbook.Column.VERSION;

import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.web.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody works on in a workbook, and which columns that takes. Whether they may, the agreement decides. */
enum WorkbookStep {
    PLANNING("PLAN", PLAN, COMMENT, BASELINE, PLAN, CHANGE, CHANGE_PERCENT, CHECK, COMMENT),
    PROPOSING(
            "PROPOSE",
            PROPOSAL,
            REASON,
            BASELINE,
            PLAN,
            CHANGE,
            CHANGE_PERCENT,
            CHECK,
            COMMENT,
            PROPOSAL,
            GAP,
            REASON,
            RESPONSE,
            RESPONSE_COMMENT),
    ANSWERING("ANSWER", RESPONSE, RESPONSE_COMMENT, BASELINE, PLAN, PROPOSAL, GAP, REASON, RESPONSE, RESPONSE_COMMENT),
    AGREEING("AGREE", AGREED, null, BASELINE, PLAN, COMMENT, PROPOSAL, REASON, RESPONSE_COMMENT, MIDDLE, AGREED),
    VIEWING(
            "VIEW",
            null,
            null,
            BASELINE,
            PLAN,
            CHANGE,
            CHANGE_PERCENT,
            COMMENT,
            PROPOSAL,
            REASON,
            RESPONSE,
            RESPONSE_COMMENT,
            AGREED);

    private final String right;
    private final @Nullable Column value;
    private final @Nullable Column text;
    private final List<Column> columns;

    WorkbookStep(String right, @Nullable Column value, @Nullable Column text, Column... columns) {
        this.right = right;
        this.value = value;
        this.text = text;
        this.columns = Stream.concat(
                        Stream.of(LINE, VERSION, BASE_VALUE, BASE_TEXT, METRIC, ACCOUNT, PRODUCT_GROUP, UNIT),
                        Stream.of(columns))
                .toList();
    }

    /** @param rights as {@link io.konsens.agreement.web.Allowed} names them */
    static WorkbookStep of(List<String> rights) {
        return Stream.of(values())
                .filter(step -> step != VIEWING && rights.contains(step.right))
                .findFirst()
                .orElse(VIEWING);
    }

    /** Whether this line has input cells. */
    boolean isOpen(TargetAgreement agreement, PlanLine line) {
        return switch (this) {
            case PLANNING -> line.setBy() == SetBy.REP;
            case PROPOSING -> true;
            case ANSWERING -> line.hasProposal();
            case AGREEING -> agreement.isAlignable(line);
            case VIEWING -> false;
        };
    }

    /** What the line says in this step's input cells. */
    Entry entry(PlanLine line, Unit unit) {
        return switch (this) {
            case PLANNING -> new Entry(Amounts.write(line.plan(), unit), line.planComment());
            case PROPOSING -> new Entry(Amounts.write(line.proposal(), unit), line.proposalReason());
            case ANSWERING ->
                new Entry(line.response() == null ? null : line.response().name(), line.responseComment());
            case AGREEING -> new Entry(Amounts.write(line.agreed(), unit), null);
            case VIEWING -> new Entry(null, null);
        };
    }

    /** Says this of a line instead. */
    LineChange change(PlanLine line, Entry entry) {
        BigDecimal figure = entry.value() == null || this == ANSWERING ? null : new BigDecimal(entry.value());
        return switch (this) {
            // null would leave a comment as it is.
            case PLANNING ->
                new LineChange.Plan(
                        line.lineId(), line.version(), figure, Objects.requireNonNullElse(entry.text(), ""));
            case PROPOSING -> new LineChange.Propose(line.lineId(), line.version(), figure, entry.text());
            case ANSWERING ->
                new LineChange.Respond(
                        line.lineId(),
                        line.version(),
                        entry.value() == null ? null : Answer.valueOf(entry.value()),
                        entry.text());
            case AGREEING -> new LineChange.Agree(line.lineId(), line.version(), figure);
            case VIEWING -> throw new IllegalStateException("Nothing can be entered");
        };
    }

    List<Column> columns() {
        return columns;
    }

    /** Where a column stands, counted from 0. */
    int at(Column column) {
        return columns.indexOf(column);
    }

    /** Where the figure or the answer goes; null where there is nothing to enter. */
    @Nullable
    Column value() {
        return value;
    }

    /** Where the words to it go. */
    @Nullable
    Column text() {
        return text;
    }

    boolean isInput(Column column) {
        return column == value || column == text;
    }
}
