@NullMarked
package io.konsens.platform.http;

import org.jspecify.annotations.NullMarked;
