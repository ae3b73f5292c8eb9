package io.konsens.platform;

import java.util.Optional;
import java.util.Set;

/** What may be sent when a task is completed. Everything else is refused, whichever door it comes through. */
public interface TaskInputs {

    /** @return the names allowed for this user task; empty if this is not one of our processes */
    Optional<Set<String>> allowed(String processKey, String taskDefinitionKey);
}
