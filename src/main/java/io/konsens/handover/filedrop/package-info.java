/** The connector that needs no system on the other side: CSV files in a folder. */
@NullMarked
package io.konsens.handover.filedrop;

import org.jspecify.annotations.NullMarked;
