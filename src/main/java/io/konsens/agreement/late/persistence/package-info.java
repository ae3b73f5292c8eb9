/** The statements behind the look for late agreements. */
@NullMarked
package io.konsens.agreement.late.persistence;

import org.jspecify.annotations.NullMarked;
