@NullMarked
package io.konsens.agreement.application;

import org.jspecify.annotations.NullMarked;
