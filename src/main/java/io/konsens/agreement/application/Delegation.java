package io.konsens.agreement.application;

/**
 * A step that is with somebody else for the moment.
 *
 * @param principalId whose step it is
 * @param delegateId who does it now
 */
public record Delegation(String agreementId, Step step, String principalId, String delegateId) {}
