package io.konsens.agreement.domain;

import java.time.Instant;

/** Somebody doing something at a moment. */
public record Act(Actor by, Instant at) {}
