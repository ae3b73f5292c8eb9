package io.konsens.agreement.domain;

/**
 * Which rule decided: kept with what it decided, so that anybody can look it up years later.
 *
 * @param key the decision table's id
 * @param version the deployed version of the table
 * @param ruleId the rule that fired
 */
public record Decision(String key, int version, String ruleId) {}
