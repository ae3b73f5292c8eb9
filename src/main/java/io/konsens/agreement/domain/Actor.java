package io.konsens.agreement.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who does something to an agreement.
 *
 * @param userId recorded with everything they do
 * @param employeeId whose side they act on: their own, or that of whom they stand in for; null for somebody who is no
 *     employee, such as a process owner
 * @param onBehalfOf the user id of whom they stand in for, recorded too; null for themselves
 * @param mayConfirm whether a substitute may confirm for management here; nobody confirms for a rep
 */
public record Actor(
        String userId,
        @Nullable String employeeId,
        @Nullable String onBehalfOf,
        boolean mayConfirm) {

    /** Konsens itself, acting on a timer or on the process model's behalf. */
    public static final Actor SYSTEM = new Actor("konsens", null);

    /** Somebody acting for themselves. */
    public Actor(String userId, @Nullable String employeeId) {
        this(userId, employeeId, null, true);
    }

    boolean is(String otherEmployeeId) {
        return otherEmployeeId.equals(employeeId);
    }
}
