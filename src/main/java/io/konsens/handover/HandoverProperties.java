package io.konsens.handover;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How targets are handed over.
 *
 * @param leader the system that must have accepted every line before the other is told of any; null tells both at once
 */
@ConfigurationProperties("konsens.handover")
public record HandoverProperties(@Nullable TargetSystem leader) {}
