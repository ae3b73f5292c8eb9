@NullMarked
package io.konsens.notice.mail;

import org.jspecify.annotations.NullMarked;
