package io.konsens.agreement.workbook;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The columns a plan can have in a workbook. The first four are the workbook's own: hidden, and what came out of them is compared with what comes in. */
enum Column {
    LINE(0),
    VERSION(0),
    /** What the input cell held when the workbook was written. */
    BASE_VALUE(0),
    BASE_TEXT(0),
    METRIC(16),
    ACCOUNT(28),
    PRODUCT_GROUP(20),
    UNIT(7),
    BASELINE(15),
    PLAN(15),
    CHANGE(14),
    CHANGE_PERCENT(10),
    CHECK(34),
    COMMENT(40),
    PROPOSAL(15),
    GAP(14),
    REASON(40),
    RESPONSE(14),
    RESPONSE_COMMENT(40),
    MIDDLE(15),
    AGREED(15);

    private final int width;

    Column(int width) {
        this.width = width;
    }

    boolean isHidden() {
        return width == 0;
    }

    /** In characters. */
    int width() {
        return width;
    }

    String title(MessageSource messages, Locale locale) {
        return messages.getMessage("enum.Column." + name(), null, locale);
    }
}
