package io.konsens.benchmark;

import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.testing.ThrowAwayPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/**
 * A million order lines through the whole import (read, checked, merged) beside a bare COPY of the same file into a table
 * without keys, in the same run: {@code mvn test -Dtest=ImportBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@SpringBootTest(properties = "konsens.demo=false")
@ContextConfiguration(initializers = ThrowAwayPostgres.class)
class ImportBenchmark {

    private static final int LINES = Integer.getInteger("lines", 1_000_000);
    private static final int ACCOUNTS = 2_000;
    private static final int PRODUCTS = 500;
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));

    @TempDir
    private Path folder;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource dataSource;

    @Test
    void a_million_order_lines() throws Exception {
        jdbc.update("insert into konsens.account (account_id, name) select 'A' || n, 'A' || n from generate_series(1, "
                + ACCOUNTS + ") n");
        jdbc.update("insert into konsens.product select 'P' || n, 'P' || n, 'G' || n % 20 from generate_series(1, "
                + PRODUCTS + ") n");
        Path file = orders();
        jdbc.execute("create table bare (order_id text, order_date date, account_id text, product_id text,"
                + " employee_id text, quantity numeric, net_amount numeric, currency text)");
        double copy = seconds(() -> copy(file));
        double first = seconds(() -> imported(file));
        double again = seconds(() -> imported(file));
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%n%,d lines, %d MB: bare COPY %.1f s = 1; import %.1f s = %.1f; the same file again %.1f s = %.1f;"
                        + " heap in use afterwards %d MB of %d MB%n%n",
                LINES,
                Files.size(file) >> 20,
                copy,
                first,
                first / copy,
                again,
                again / copy,
                runtime.totalMemory() - runtime.freeMemory() >> 20,
                runtime.maxMemory() >> 20);
    }

    private interface Work {

        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void copy(Path file) throws Exception {
        try (var connection = dataSource.getConnection();
                Reader reader = Files.newBufferedReader(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare from stdin (format csv, header true)", reader);
        }
    }

    private void imported(Path file) {
        var result = imports.run(
                List.of(ImportPart.ofFile(ImportKind.ORDERS, file, Dialect.EN)), true, OWNER, Progress.NONE);
        if (result.accepted() != LINES) {
            throw new IllegalStateException(result.toString());
        }
    }

    private Path orders() throws IOException {
        Random random = new Random(1);
        LocalDate first = LocalDate.of(2024, 1, 1);
        Path file = folder.resolve("orders.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("order_id,order_date,account_id,product_id,employee_id,quantity,net_amount,currency\n");
            for (int i = 0; i < LINES; i++) {
                out.write(
                        "O" + i / 4 + "," + first.plusDays(random.nextInt(1000)) + ",A" + (1 + i / 4 % ACCOUNTS) + ",P"
                                + (1 + random.nextInt(PRODUCTS)) + ",," + (1 + random.nextInt(50)) + ","
                                + (1 + random.nextInt(999)) + "." + (10 + random.nextInt(90)) + ",EUR\n");
            }
        }
        return file;
    }
}
