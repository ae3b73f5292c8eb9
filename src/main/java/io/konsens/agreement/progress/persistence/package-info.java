/** SQL of the progress. */
@NullMarked
package io.konsens.agreement.progress.persistence;

import org.jspecify.annotations.NullMarked;
