@NullMarked
package io.konsens.agreement.guidance;

import org.jspecify.annotations.NullMarked;
