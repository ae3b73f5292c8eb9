/** What changes among people and accounts while agreements run: nothing of it happens to an agreement silently. */
@NullMarked
package io.konsens.agreement.staffing;

import org.jspecify.annotations.NullMarked;
