/**
 * How far a period's agreements have come, and what they add up to over the whole hierarchy (Verdichtung): by org unit, by
 * manager, down to the person.
 */
@NullMarked
package io.konsens.agreement.progress;

import org.jspecify.annotations.NullMarked;
