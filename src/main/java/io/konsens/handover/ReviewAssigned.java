package io.konsens.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A manager has a plan to review, or another one has it now. Published within the transaction that makes it so.
 *
 * @param taskId the same for as long as the review is open, whoever has it
 * @param subject in the manager's language
 * @param due null if there is no deadline
 */
public record ReviewAssigned(
        String taskId,
        String managerLogin,
        String subject,
        @Nullable Instant due) {}
