/** Importing and periods, for browsers and programs. */
@NullMarked
package io.konsens.planning.web;

import org.jspecify.annotations.NullMarked;
