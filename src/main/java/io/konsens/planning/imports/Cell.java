package io.konsens.planning.imports;

/**
 * One cell as its source has it.
 *
 * @param typed whether its source says what it is, as workbooks and other systems do, and does not leave it to how it looks; then the text is canonical (a
 *     dot, ISO) whatever the dialect
 */
public record Cell(String text, boolean typed) {

    public static final Cell EMPTY = new Cell("", false);

    /** A value of another system. */
    public static Cell typed(String text) {
        return new Cell(text, true);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
