/** Everything that carries the modules and knows none of them: data source, engine, security, texts. */
@NullMarked
package io.konsens.platform;

import org.jspecify.annotations.NullMarked;
