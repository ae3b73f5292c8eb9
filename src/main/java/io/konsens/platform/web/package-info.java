/** How problems are told, and the pages everybody has. */
@NullMarked
package io.konsens.platform.web;

import org.jspecify.annotations.NullMarked;
