package io.konsens.agreement.review;

import io.konsens.agreement.domain.Tolerance;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words within which limits something was confirmed, for the record of the negotiation. */
@Component
class ToleranceText {

    private final MessageSource messages;

    ToleranceText(MessageSource messages) {
        this.messages = messages;
    }

    String of(Tolerance tolerance, Locale locale) {
        String limits =
                tolerance.amount() == null ? "percent" : tolerance.percent() == null ? "amount" : "percentAndAmount";
        String said = messages.getMessage(
                "tolerance.comment." + limits, new Object[] {tolerance.percent(), tolerance.amount()}, locale);
        return tolerance.newLines() ? said + messages.getMessage("tolerance.comment.newLines", null, locale) : said;
    }
}
