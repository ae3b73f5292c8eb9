/** A company to try Konsens with: made up, but imported and negotiated the way a real one is. */
@NullMarked
package io.konsens.demo;

import org.jspecify.annotations.NullMarked;
