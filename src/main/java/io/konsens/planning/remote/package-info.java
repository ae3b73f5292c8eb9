/** Reads employees, accounts, products and orders from other systems, as sources of rows for an import. */
@NullMarked
package io.konsens.planning.remote;

import org.jspecify.annotations.NullMarked;
