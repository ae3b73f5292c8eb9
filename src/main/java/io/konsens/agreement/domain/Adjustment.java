package io.konsens.agreement.domain;

import java.time.LocalDate;

/**
 * What makes an agreement the adjustment (unterjährige Zielanpassung) of one that was agreed before. A target once agreed
 * binds both sides: it is changed only by another agreement, for a reason, and for days to come (see {@link Adjusting}).
 *
 * @param adjusts id of the agreement that stays in force until both have confirmed this one
 * @param effectiveFrom first day of the period the new targets apply to
 * @param reason why the two should talk again
 */
public record Adjustment(String adjusts, LocalDate effectiveFrom, String reason) {}
