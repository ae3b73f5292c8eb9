package io.konsens.planning;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in the sales organisation.
 *
 * @param employeeId as the customer's personnel system writes it
 * @param login the lower-cased employee id; the id of the engine's user
 * @param managerId null at the top of the organisation
 * @param seniority null where the customer does not distinguish
 * @param language "de" or "en"; null if not known, then the installation's language applies
 */
public record Employee(
        String employeeId,
        String login,
        String name,
        String email,
        Role role,
        @Nullable String managerId,
        String orgUnit,
        @Nullable String seniority,
        @Nullable String language) {}
