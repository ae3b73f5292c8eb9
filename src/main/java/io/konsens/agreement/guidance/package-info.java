/** What stands beside the figures while people work on them: order history, notes, what is expected of the team. */
@NullMarked
package io.konsens.agreement.guidance;

import org.jspecify.annotations.NullMarked;
