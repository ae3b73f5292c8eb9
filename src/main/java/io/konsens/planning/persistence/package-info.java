/** The statements behind the planning module. */
@NullMarked
package io.konsens.planning.persistence;

import org.jspecify.annotations.NullMarked;
