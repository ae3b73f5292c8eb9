/** The product as people use it: the real task list in a real browser. */
@NullMarked
package io.konsens.browser;

import org.jspecify.annotations.NullMarked;
