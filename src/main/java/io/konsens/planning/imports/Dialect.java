package io.konsens.planning.imports;

/** How a file writes numbers, dates and columns. Never guessed from a number: 1.234 means both. */
public enum Dialect {
    /** From the header: semicolons mean German. */
    AUTO,
    /** Semicolon; 1.234,50; 31.12.2026 or 2026-12-31. */
    DE,
    /** Comma; 1,234.50 or 1234.50; 2026-12-31. */
    EN
}
