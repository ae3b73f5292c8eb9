package io.konsens.agreement.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who does which open step, in the words of the negotiation. */
public interface HeldSteps {

    List<HeldStep> of(String agreementId);

    /** Gives a step to somebody else, by their logins; it stays its principal's. */
    void give(HeldStep step, String principal, String holder);

    /** Gives a step back to its principal. */
    void giveBack(HeldStep step);

    /**
     * An open step.
     *
     * @param holder the login of who does it; null while it is open to a group
     * @param principal the login of whose step it is; null if that is its holder
     */
    record HeldStep(
            String taskId,
            Step step,
            @Nullable String holder,
            @Nullable String principal) {

        boolean isHeldBy(String login) {
            return login.equals(holder);
        }

        public boolean isAway() {
            return principal != null && !principal.equals(holder);
        }
    }
}
