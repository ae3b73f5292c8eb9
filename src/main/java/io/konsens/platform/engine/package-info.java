/** How the engine is set up, and what it refuses whoever asks. */
@NullMarked
package io.konsens.platform.engine;

import org.jspecify.annotations.NullMarked;
