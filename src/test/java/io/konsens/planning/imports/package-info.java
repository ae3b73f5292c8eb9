/** Importing, on a real database. */
@NullMarked
package io.konsens.planning.imports;

import org.jspecify.annotations.NullMarked;
