package io.konsens.planning;

import org.jspecify.annotations.Nullable;

/**
 * A customer of the sales organisation.
 *
 * @param ownerId the employee who plans for this account today, whoever booked its orders; null if nobody does
 */
public record Account(
        String accountId,
        String name,
        @Nullable String segment,
        @Nullable String country,
        @Nullable String ownerId) {}
