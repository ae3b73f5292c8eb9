package io.konsens.agreement.staffing;

import io.konsens.agreement.domain.AgreementState;
import java.time.LocalDate;

/**
 * An agreement whose span is no longer the one its rep works in, because they leave or join at another time than was known.
 *
 * @param agreedFirst first day the agreement applies to, {@code agreedLast} the last
 * @param worksFirst first day of the period they work, {@code worksLast} the last; the last lies before the first for who
 *     does not work in the period at all
 */
public record SpanChange(
        String agreementId,
        String repId,
        String repName,
        AgreementState state,
        int revision,
        LocalDate agreedFirst,
        LocalDate agreedLast,
        LocalDate worksFirst,
        LocalDate worksLast) {

    /** What to do is called so, see the texts of the page. */
    public String remedy() {
        return !state.isNegotiating() ? "Adjust" : revision > 1 ? "AdjustAnew" : "Withdraw";
    }

    /** Whether they are not there on a single day of the period. */
    public boolean isNeverThere() {
        return worksLast.isBefore(worksFirst);
    }
}
