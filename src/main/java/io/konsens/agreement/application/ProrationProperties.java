package io.konsens.agreement.application;

import io.konsens.agreement.domain.Proration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the targets of who joins or leaves within a period are prorated.
 *
 * @param by whole months, or days
 */
@ConfigurationProperties("konsens.proration")
public record ProrationProperties(@DefaultValue("MONTHS") Proration.Method by) {}
