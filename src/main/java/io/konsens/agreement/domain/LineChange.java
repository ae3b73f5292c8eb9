package io.konsens.agreement.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one side wants to do to one line. {@code version} is the line's version the sender saw. */
public sealed interface LineChange {

    String lineId();

    int version();

    /**
     * @param plan null clears it
     * @param comment null leaves the comment as it is
     */
    record Plan(
            String lineId,
            int version,
            @Nullable BigDecimal plan,
            @Nullable String comment) implements LineChange {}

    /**
     * @param proposal null withdraws the proposal, so that the plan stands
     * @param reason required with a proposal
     */
    record Propose(
            String lineId,
            int version,
            @Nullable BigDecimal proposal,
            @Nullable String reason) implements LineChange {}

    /** @param response null takes an answer back that was not submitted yet */
    record Respond(
            String lineId,
            int version,
            @Nullable Answer response,
            @Nullable String comment) implements LineChange {}

    record Agree(String lineId, int version, @Nullable BigDecimal agreed) implements LineChange {}
}
