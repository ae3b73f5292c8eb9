package io.konsens.agreement.application;

import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.SetBy;
import org.jspecify.annotations.Nullable;

/** What the newest decision tables decide for an agreement that would start now, and how their rules describe it. */
public interface RulesInForce {

    /** How many rounds there are before the talk, while nothing deviates yet. */
    InForce<Integer> rounds(String orgUnit, @Nullable String seniority);

    InForce<SetBy> setBy(String metricId, String orgUnit, @Nullable String seniority);

    /** Days from the beginning of a step until it should be done. */
    InForce<Integer> dueDays(Step step, String orgUnit);

    /** @param description as process owners wrote it; empty where they wrote none */
    record InForce<T>(T value, String description, Decision decision) {}
}
