/** The statements behind the outbox. */
@NullMarked
package io.konsens.notice.persistence;

import org.jspecify.annotations.NullMarked;
