/**
 * Brings employees, accounts, products and order lines in from files: everything is checked before anything changes, and
 * importing the same file twice changes nothing.
 */
@NullMarked
package io.konsens.planning.imports;

import org.jspecify.annotations.NullMarked;
