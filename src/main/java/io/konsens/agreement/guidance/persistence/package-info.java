/** The statements behind guidance. */
@NullMarked
package io.konsens.agreement.guidance.persistence;

import org.jspecify.annotations.NullMarked;
