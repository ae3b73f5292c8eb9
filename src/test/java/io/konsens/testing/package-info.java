/** What tests of several modules share. */
@NullMarked
package io.konsens.testing;

import org.jspecify.annotations.NullMarked;
