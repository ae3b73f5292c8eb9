package io.konsens.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what somebody sent, said so that they can mend it.
 *
 * @param row the row of a file (the header is row 1) or of a grid; null where there are no rows
 * @param field the field's name as the sender knows it; null where it concerns the whole
 * @param code key of the text in messages.properties
 * @param args what fills the text's placeholders
 */
public record Problem(@Nullable Integer row, @Nullable String field, String code, List<Object> args) {

    public Problem(@Nullable Integer row, @Nullable String field, String code, Object... args) {
        this(row, field, code, List.of(args));
    }

    public static Problem of(String code, Object... args) {
        return new Problem(null, null, code, args);
    }
}
