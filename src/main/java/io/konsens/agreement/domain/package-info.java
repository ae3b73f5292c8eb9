/**
 * The rules of a negotiation in plain Java: no Spring, no engine, no SQL.
 *
 * <p>{@link io.konsens.agreement.domain.TargetAgreement} is the only way to change a figure.
 */
@NullMarked
package io.konsens.agreement.domain;

import org.jspecify.annotations.NullMarked;
