@NullMarked
package io.konsens.agreement.workbook;

import org.jspecify.annotations.NullMarked;
