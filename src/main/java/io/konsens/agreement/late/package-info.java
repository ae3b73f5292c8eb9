/**
 * Sees to it that nobody's targets come too late: a target set when most of its period is over cannot motivate any more,
 * and the employer owes damages instead.
 */
@NullMarked
package io.konsens.agreement.late;

import org.jspecify.annotations.NullMarked;
