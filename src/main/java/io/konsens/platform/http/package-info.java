/** HTTP towards other systems, with limits. */
@NullMarked
package io.konsens.platform.http;

import org.jspecify.annotations.NullMarked;
