/** The statements behind the staffing changes. */
@NullMarked
package io.konsens.agreement.staffing.persistence;

import org.jspecify.annotations.NullMarked;
