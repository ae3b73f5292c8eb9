/** Hands agreed targets over to other systems and keeps account of what has arrived where. */
@NullMarked
package io.konsens.handover;

import org.jspecify.annotations.NullMarked;
