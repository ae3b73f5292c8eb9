/** The outbox as people see it. */
@NullMarked
package io.konsens.notice.web;

import org.jspecify.annotations.NullMarked;
