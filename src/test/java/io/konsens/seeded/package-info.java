/** Breaks every rule of {@link io.konsens.ArchitectureTest} on purpose. */
package io.konsens.seeded;
