/** Keeps agreements in PostgreSQL. */
@NullMarked
package io.konsens.agreement.persistence;

import org.jspecify.annotations.NullMarked;
