package io.konsens.planning.remote;

import io.konsens.planning.imports.Cell;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.Row;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of another system's records fill which columns. A column is filled by the first of its terms that has a
 * value: a field, a path to a field of another record, or a text in single quotes.
 */
final class RecordMapping {

    private static final Pattern TERM =
            Pattern.compile("\\s*(?:'([^']*)'|([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*))\\s*(,|$)");
    private static final String DATE = "order_date";

    /** @param field null if it needs none */
    private record Term(@Nullable String field, Function<RemoteRecord, String> value) {}

    private final List<String> names;
    private final Map<String, List<Term>> columns = new LinkedHashMap<>();
    private final ZoneId zone;

    /**
     * A mapping as an administrator writes it.
     *
     * @param fields by column, a hyphen in place of each underscore; a column without any stays empty
     * @param zone in which a point of time becomes a date
     * @throws IllegalArgumentException if there is no such column, or its terms cannot be read
     */
    RecordMapping(ImportKind kind, Map<String, String> fields, ZoneId zone) {
        this.names = kind.columnNames();
        this.zone = zone;
        fields.forEach((key, terms) -> {
            String column = key.replace('-', '_');
            if (!names.contains(column)) {
                throw new IllegalArgumentException(
                        "\"" + key + "\" is no column of " + kind.path() + ". There are: " + names);
            }
            if (!terms.isBlank()) {
                columns.put(column, terms(column, terms));
            }
        });
    }

    private static List<Term> terms(String column, String text) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text).useAnchoringBounds(true);
        for (int read = 0; read < text.length(); read = matcher.end()) {
            if (!matcher.region(read, text.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        column + " can be mapped to fields and to texts in single quotes, not to: " + text);
            }
            String constant = matcher.group(1);
            String field = matcher.group(2);
            terms.add(
                    constant != null
                            ? new Term(null, record -> constant)
                            : new Term(field, record -> record.value(field).strip()));
        }
        return terms;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Fills a column with what must be found out in another way. */
    void derive(String column, Function<RemoteRecord, String> value) {
        columns.put(column, List.of(new Term(null, value)));
    }

    /** Every field it needs, once. */
    Set<String> fields() {
        return columns.keySet().stream()
                .flatMap(column -> fieldsOf(column).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every field that this column needs. */
    Set<String> fieldsOf(String column) {
        return columns.getOrDefault(column, List.of()).stream()
                .map(Term::field)
                .filter(field -> field != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What an administrator of the other system knows a column as. */
    String nameOf(String column) {
        Set<String> fields = fieldsOf(column);
        return fields.isEmpty() ? column : String.join(", ", fields);
    }

    Row header() {
        return new Row(null, names.stream().map(Cell::typed).toList());
    }

    Row row(RemoteRecord record) {
        List<Cell> cells =
                names.stream().map(column -> Cell.typed(value(column, record))).toList();
        return new Row(record.id(), cells);
    }

    /** Empty if none of its terms has one. */
    String value(String column, RemoteRecord record) {
        String value = columns.getOrDefault(column, List.of()).stream()
                .map(term -> term.value().apply(record))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return column.equals(DATE) ? Timestamps.date(value, zone) : value;
    }
}
