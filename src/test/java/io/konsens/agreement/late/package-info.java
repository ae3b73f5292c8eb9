@NullMarked
package io.konsens.agreement.late;

import org.jspecify.annotations.NullMarked;
