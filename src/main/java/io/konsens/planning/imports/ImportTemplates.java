package io.konsens.planning.imports;

import java.util.List;
import java.util.stream.Collectors;

/** Files to start from. */
public final class ImportTemplates {

    private ImportTemplates() {}

    /** The header and one sample row, with a byte order mark so that spreadsheets read the umlauts. */
    public static String template(ImportKind kind, Dialect dialect) {
        String delimiter = dialect == Dialect.DE ? ";" : ",";
        String header = kind.columns().stream().map(Column::name).collect(Collectors.joining(delimiter));
        return "\uFEFF" + header + "\n" + String.join(delimiter, sample(kind, dialect)) + "\n";
    }

    private static List<String> sample(ImportKind kind, Dialect dialect) {
        boolean german = dialect == Dialect.DE;
        return switch (kind) {
            case EMPLOYEES ->
                List.of("M100", "Anna Müller", "anna.mueller@example.com", "manager", "", "DE", "senior", "de");
            case ACCOUNTS -> List.of("K1", "Schäfer GmbH", "A", "DE", "M100");
            case PRODUCTS -> List.of("P1", "Mischbatterie", "Armaturen");
            case ORDERS ->
                List.of(
                        "A1",
                        german ? "31.12.2026" : "2026-12-31",
                        "K1",
                        "P1",
                        "M100",
                        german ? "2,5" : "2.5",
                        german ? "1.234,50" : "1234.50",
                        "EUR");
        };
    }
}
