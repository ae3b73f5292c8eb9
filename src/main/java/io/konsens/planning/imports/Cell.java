package io.konsens.planning.imports;

/**
 * One cell as a file has it.
 *
 * @param typed whether the file itself says it is a number or a date, as a workbook does; then the text is canonical (a
 *     dot, ISO) whatever the dialect
 */
record Cell(String text, boolean typed) {

    static final Cell EMPTY = new Cell("", false);

    boolean isEmpty() {
        return text.isEmpty();
    }
}
