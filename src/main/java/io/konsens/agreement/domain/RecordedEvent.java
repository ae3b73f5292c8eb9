package io.konsens.agreement.domain;

/** @param processVersion of the process model the agreement ran under when it happened */
public record RecordedEvent(NegotiationEvent event, int processVersion) {}
