package io.konsens.agreement.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who does something to an agreement.
 *
 * @param userId recorded with everything they do
 * @param employeeId null for somebody who is no employee, such as a process owner
 */
public record Actor(String userId, @Nullable String employeeId) {

    /** Konsens itself, acting on a timer or on the process model's behalf. */
    public static final Actor SYSTEM = new Actor("konsens", null);

    boolean is(String otherEmployeeId) {
        return otherEmployeeId.equals(employeeId);
    }
}
