/** The database we bring, and the first user. */
@NullMarked
package io.konsens.platform;

import org.jspecify.annotations.NullMarked;
