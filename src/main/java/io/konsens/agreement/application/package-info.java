/** The use cases of a negotiation: each loads an agreement, asks it to do one thing, and keeps the result. */
@NullMarked
package io.konsens.agreement.application;

import org.jspecify.annotations.NullMarked;
