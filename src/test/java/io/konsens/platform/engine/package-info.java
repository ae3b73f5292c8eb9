/** What the engine refuses whoever asks. */
@NullMarked
package io.konsens.platform.engine;

import org.jspecify.annotations.NullMarked;
