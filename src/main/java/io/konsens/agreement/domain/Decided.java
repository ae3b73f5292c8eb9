package io.konsens.agreement.domain;

/** A value together with the rule that gave it. */
public record Decided<T>(T value, Decision decision) {}
