@NullMarked
package io.konsens.salesforce;

import org.jspecify.annotations.NullMarked;
