/** From notices to mails, and out. */
@NullMarked
package io.konsens.notice.mail;

import org.jspecify.annotations.NullMarked;
