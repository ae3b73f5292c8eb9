package io.konsens.agreement.workbook;

import io.konsens.agreement.domain.LineChange;
import io.konsens.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a returned workbook means for its line.
 *
 * @param row as the spreadsheet counts it
 * @param lineId null where the row is about no line
 * @param label what people call the line; a {@link io.konsens.platform.Localized} or a string
 * @param problems why it is refused; each names the row, and the column where one is to blame
 * @param lacksReason it may be kept, but the step cannot be completed before it has a reason
 * @param change what to ask for if it is chosen, on top of the line as it is now; null if that would be refused
 */
record LinePreview(
        int row,
        @Nullable String lineId,
        Object label,
        Status status,
        List<Field> fields,
        List<Problem> problems,
        boolean lacksReason,
        @Nullable LineChange change) {

    enum Status {
        CHANGE,
        /** Somebody has changed the line since the workbook was written: one of the two values must be chosen. */
        CONFLICT,
        REFUSED
    }

    /**
     * @param before when the workbook was written
     * @param now what the agreement has
     * @param mine what the workbook has; null for nothing in all three
     */
    record Field(
            Column column,
            @Nullable String before,
            @Nullable String now,
            @Nullable String mine) {}
}
