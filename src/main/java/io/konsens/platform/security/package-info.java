/** Who may come in, through which door. */
@NullMarked
package io.konsens.platform.security;

import org.jspecify.annotations.NullMarked;
