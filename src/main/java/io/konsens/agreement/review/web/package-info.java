/** Pages and API of the reviews. */
@NullMarked
package io.konsens.agreement.review.web;

import org.jspecify.annotations.NullMarked;
