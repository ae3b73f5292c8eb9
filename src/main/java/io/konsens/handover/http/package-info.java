/** HTTP towards other systems, with limits. */
@NullMarked
package io.konsens.handover.http;

import org.jspecify.annotations.NullMarked;
