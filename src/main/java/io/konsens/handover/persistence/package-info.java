/** Keeps the hand-over ledger. */
@NullMarked
package io.konsens.handover.persistence;

import org.jspecify.annotations.NullMarked;
