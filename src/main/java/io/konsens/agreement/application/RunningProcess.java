package io.konsens.agreement.application;

import java.util.Optional;

/** Where the engine's own web applications show a running agreement. */
public interface RunningProcess {

    /** The open task the present caller may see, their own first; empty if there is none. */
    Optional<String> visibleTask(String agreementId);

    /** The process instance; empty once it has ended. Asks nobody's rights: Cockpit does. */
    Optional<String> instance(String agreementId);
}
