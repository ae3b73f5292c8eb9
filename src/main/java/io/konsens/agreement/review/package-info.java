/** The work of a manager who reviews many plans: the queue of open reviews, and what needs no closer look. */
@NullMarked
package io.konsens.agreement.review;

import org.jspecify.annotations.NullMarked;
