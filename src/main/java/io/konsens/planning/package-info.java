/**
 * Planning periods, the sales organisation, order history, and how all of them are imported.
 *
 * <p>Other modules use the types of this package only.
 */
@NullMarked
package io.konsens.planning;

import org.jspecify.annotations.NullMarked;
