package io.konsens.agreement.domain;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customer's decision tables. An agreement keeps the versions it began with; see {@link #latestVersions()}. */
public interface Rules {

    String ITERATION_LIMIT = "iterationLimit";
    String DEADLINES = "deadlines";
    String METRIC_OWNERSHIP = "metricOwnership";
    String PLAUSIBILITY = "plausibility";
    String CALENDAR = "calendar";

    /** The newest deployed version of each table, by its key. */
    Map<String, Integer> latestVersions();

    Decided<SetBy> metricOwnership(int version, String metric, String orgUnit, @Nullable String seniority);

    /**
     * @param changePercent size of the change against the baseline in percent; null without a baseline
     * @param changeAmount size of the change in the metric's unit
     */
    Decided<Plausibility> plausibility(
            int version, String metric, @Nullable BigDecimal changePercent, BigDecimal changeAmount);
}
