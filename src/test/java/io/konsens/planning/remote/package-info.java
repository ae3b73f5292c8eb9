/** Fetching from other systems, which are played here with all their mishaps. */
@NullMarked
package io.konsens.planning.remote;

import org.jspecify.annotations.NullMarked;
