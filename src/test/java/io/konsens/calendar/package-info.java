@NullMarked
package io.konsens.calendar;

import org.jspecify.annotations.NullMarked;
