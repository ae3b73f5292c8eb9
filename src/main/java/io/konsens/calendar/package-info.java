/** Which days are worked on, and at which hours nobody is to be disturbed: pure rules, asked by deadlines and notices. */
@NullMarked
package io.konsens.calendar;

import org.jspecify.annotations.NullMarked;
