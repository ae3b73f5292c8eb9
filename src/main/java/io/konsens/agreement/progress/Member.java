package io.konsens.agreement.progress;

import org.jspecify.annotations.Nullable;

/** Somebody in the sales organisation, with what decides where in the hierarchy they are. */
public record Member(
        String employeeId,
        String name,
        String orgUnit,
        @Nullable String managerId) {}
