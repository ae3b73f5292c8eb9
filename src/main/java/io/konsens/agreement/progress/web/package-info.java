/** The progress page, its exports, and the same for programs. */
@NullMarked
package io.konsens.agreement.progress.web;

import org.jspecify.annotations.NullMarked;
