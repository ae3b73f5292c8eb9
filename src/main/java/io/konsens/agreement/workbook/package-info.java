/** The plan of an agreement as an Excel workbook: taken along, worked on, and brought back line by line. */
@NullMarked
package io.konsens.agreement.workbook;

import org.jspecify.annotations.NullMarked;
