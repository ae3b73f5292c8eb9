/** The decision tables and the process model as files, without the application around them. */
@NullMarked
package io.konsens.models;

import org.jspecify.annotations.NullMarked;
