package io.konsens.planning.imports;

import static io.konsens.planning.imports.CellType.AMOUNT;
import static io.konsens.planning.imports.CellType.CURRENCY;
import static io.konsens.planning.imports.CellType.DATE;
import static io.konsens.planning.imports.CellType.EMAIL;
import static io.konsens.planning.imports.CellType.EMPLOYEE_ID;
import static io.konsens.planning.imports.CellType.LANGUAGE;
import static io.konsens.planning.imports.CellType.QUANTITY;
import static io.konsens.planning.imports.CellType.ROLE;
import static io.konsens.planning.imports.CellType.TEXT;
import static io.konsens.planning.imports.Column.additional;
import static io.konsens.planning.imports.Column.optional;
import static io.konsens.planning.imports.Column.required;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be imported, in the order it must come: each refers to those before. */
public enum ImportKind {
    EMPLOYEES(
            required("employee_id", EMPLOYEE_ID),
            required("name", TEXT),
            required("email", EMAIL),
            required("role", ROLE),
            optional("manager_id", TEXT),
            required("org_unit", TEXT),
            additional("seniority", TEXT),
            additional("language", LANGUAGE),
            additional("entry_date", DATE),
            additional("exit_date", DATE)),
    ACCOUNTS(
            required("account_id", TEXT),
            required("name", TEXT),
            optional("segment", TEXT),
            optional("country", TEXT),
            optional("owner_id", TEXT)),
    PRODUCTS(required("product_id", TEXT), required("name", TEXT), required("product_group", TEXT)),
    ORDERS(
            required("order_id", TEXT),
            required("order_date", DATE),
            required("account_id", TEXT),
            required("product_id", TEXT),
            optional("employee_id", TEXT),
            required("quantity", QUANTITY),
            required("net_amount", AMOUNT),
            required("currency", CURRENCY));

    private final List<Column> columns;

    ImportKind(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** As the API's path names it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ImportKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}
