package io.konsens.agreement.workbook;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a line.
 *
 * @param value a figure with a dot and the decimals of its unit, or the name of an answer; null for nothing
 * @param text the words to it; null for none
 */
record Entry(@Nullable String value, @Nullable String text) {}
