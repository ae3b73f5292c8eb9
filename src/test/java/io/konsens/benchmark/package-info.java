/** Measured, not asserted: run by name, figures in docs/benchmarks.md. */
@NullMarked
package io.konsens.benchmark;

import org.jspecify.annotations.NullMarked;
