package io.konsens.planning.web;

import io.konsens.platform.Refusal;
import java.util.Locale;

/** What is to become of rows that are good. */
enum Mode {
    PREVIEW,
    COMMIT;

    static Mode of(String value) {
        return oneOf(Mode.class, "mode", value);
    }

    /** @throws Refusal INVALID if there is no such value */
    static <E extends Enum<E>> E oneOf(Class<E> type, String parameter, String value) {
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("request.wrongValue", parameter, value);
        }
    }
}
