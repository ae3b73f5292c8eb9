package io.konsens.planning.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cell may hold. Reading one gives its canonical text, as the staging table takes it, or says what is wrong. */
enum CellType {
    TEXT {
        @Override
        String read(Cell cell, Dialect dialect) {
            return cell.text();
        }
    },
    /** An employee's id becomes their login, which may not contain everything. */
    EMPLOYEE_ID {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return matching(cell, Pattern.compile("[A-Za-z0-9._-]+"), "import.employeeId");
        }
    },
    EMAIL {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return matching(cell, Pattern.compile("[^@\\s]+@[^@\\s]+"), "import.email");
        }
    },
    ROLE {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return matching(lower(cell), Pattern.compile("rep|manager"), "import.role");
        }
    },
    LANGUAGE {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return matching(lower(cell), Pattern.compile("de|en"), "import.language");
        }
    },
    CURRENCY {
        private final Set<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toSet());

        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            if (!codes.contains(cell.text())) {
                throw new BadCell("import.currency");
            }
            return cell.text();
        }
    },
    DATE {
        private final DateTimeFormatter iso = strict("uuuu-MM-dd");
        private final DateTimeFormatter german = strict("d.M.uuuu");

        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            boolean dotted = dialect == Dialect.DE && cell.text().indexOf('.') > 0;
            try {
                return LocalDate.parse(cell.text(), dotted ? german : iso).toString();
            } catch (DateTimeParseException e) {
                throw new BadCell(dialect == Dialect.DE ? "import.dateDe" : "import.dateEn");
            }
        }
    },
    /** Money, to the cent. */
    AMOUNT {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return number(cell, dialect, 2);
        }
    },
    QUANTITY {
        @Override
        String read(Cell cell, Dialect dialect) throws BadCell {
            return number(cell, dialect, 3);
        }
    };

    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");
    private static final Pattern CANONICAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");
    private static final Pattern ENGLISH = Pattern.compile("-?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern GERMAN = Pattern.compile("-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");

    /** The cell cannot be read as this type: a message code with its arguments. */
    static final class BadCell extends Exception {

        private static final long serialVersionUID = 1L;
        private final String code;
        private final int limit;

        BadCell(String code) {
            this(code, 0);
        }

        BadCell(String code, int limit) {
            this.code = code;
            this.limit = limit;
        }

        String code() {
            return code;
        }

        int limit() {
            return limit;
        }
    }

    abstract String read(Cell cell, Dialect dialect) throws BadCell;

    /** {@link #read}, after what no cell may contain. */
    String readChecked(Cell cell, Dialect dialect) throws BadCell {
        if (cell.text().length() > LONGEST_TEXT) {
            throw new BadCell("import.tooLong", LONGEST_TEXT);
        }
        if (cell.text().chars().anyMatch(c -> c < ' ')) {
            throw new BadCell("import.controlCharacter");
        }
        return read(cell, dialect);
    }

    private static String number(Cell cell, Dialect dialect, int decimals) throws BadCell {
        Pattern pattern = cell.typed() ? CANONICAL : dialect == Dialect.DE ? GERMAN : ENGLISH;
        if (!pattern.matcher(cell.text()).matches()) {
            throw new BadCell(dialect == Dialect.DE ? "import.numberDe" : "import.numberEn");
        }
        String canonical = cell.typed()
                ? cell.text()
                : dialect == Dialect.DE
                        ? cell.text().replace(".", "").replace(',', '.')
                        : cell.text().replace(",", "");
        BigDecimal value = new BigDecimal(canonical).stripTrailingZeros();
        if (value.scale() > decimals) {
            throw new BadCell("import.decimals", decimals);
        }
        if (value.abs().compareTo(LIMIT) >= 0) {
            throw new BadCell("import.tooLarge");
        }
        return value.toPlainString();
    }

    private static String matching(Cell cell, Pattern pattern, String code) throws BadCell {
        if (!pattern.matcher(cell.text()).matches()) {
            throw new BadCell(code);
        }
        return cell.text();
    }

    private static Cell lower(Cell cell) {
        return new Cell(cell.text().toLowerCase(Locale.ROOT), cell.typed());
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}
