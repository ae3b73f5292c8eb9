/** What people are told of by e-mail: kept in a visible outbox, gathered into digests, sent outside quiet hours, once. */
@NullMarked
package io.konsens.notice;

import org.jspecify.annotations.NullMarked;
