package io.konsens.agreement.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open steps of whoever calls, as their task list shows them. */
public interface TaskList {

    /** The orders a task list offers and work can be done in. */
    enum Order {
        /** As the task list begins, until its user chooses another. */
        NEWEST,
        /** What is due first; what is never due at the end. */
        DUE
    }

    /** Those the caller may complete: given to them, offered to them, or to a group of theirs. */
    List<Entry> mine(Step step, Order order);

    /** @param due null if there is no hurry */
    record Entry(
            String taskId, String agreementId, @Nullable Instant due) {}
}
