/** What each door asks of those who come, and what it lets through: asked over HTTP, of the whole application. */
@NullMarked
package io.konsens.platform.doors;

import org.jspecify.annotations.NullMarked;
