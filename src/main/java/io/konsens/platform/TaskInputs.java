package io.konsens.platform;

import java.util.Set;

/** What may be sent when a task is completed. Everything else is refused, whichever door it comes through. */
public interface TaskInputs {

    /** @return the names allowed for this user task; empty if nothing is */
    Set<String> allowed(String taskDefinitionKey);
}
