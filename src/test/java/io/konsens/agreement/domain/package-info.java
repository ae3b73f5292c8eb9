/** The rules of a negotiation, without engine or database. */
@NullMarked
package io.konsens.agreement.domain;

import org.jspecify.annotations.NullMarked;
