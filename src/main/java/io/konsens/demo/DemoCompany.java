package io.konsens.demo;

import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportPart;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Imports;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.AsUser;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Rheinberg Haustechnik, a wholesaler that does not exist: its people, customers, products and orders. */
class DemoCompany {

    static final String PROCESS_OWNER = "petra";

    private final Imports imports;
    private final DemoOrders orders;
    private final Periods periods;
    private final Users users;
    private final AsUser asUser;
    private final Clock clock;

    DemoCompany(Imports imports, DemoOrders orders, Periods periods, Users users, AsUser asUser, Clock clock) {
        this.imports = imports;
        this.orders = orders;
        this.periods = periods;
        this.users = users;
        this.asUser = asUser;
        this.clock = clock;
    }

    /** Next year's planning period, on the ground of everything imported. */
    PlanningPeriod found() {
        user("admin", "Alex Admin", Groups.ADMIN, Groups.PROCESS_OWNER);
        user(PROCESS_OWNER, "Petra Pfeiffer", Groups.PROCESS_OWNER);
        user("frank", "Frank Fink", Groups.FINANCE);
        importFile(ImportKind.EMPLOYEES, file -> copy("employees.csv", file));
        importFile(ImportKind.ACCOUNTS, file -> copy("accounts.csv", file));
        importFile(ImportKind.PRODUCTS, file -> copy("products.csv", file));
        PlanningPeriod period = nextYear(LocalDate.now(clock));
        importFile(ImportKind.ORDERS, file -> orders.write(file, period, LocalDate.now(clock)));
        asUser.run(PROCESS_OWNER, caller -> periods.save(period, caller));
        return period;
    }

    /** The baseline is the last twelve full months. */
    private static PlanningPeriod nextYear(LocalDate today) {
        LocalDate start = today.plusYears(1).withDayOfYear(1);
        LocalDate baselineEnd = today.withDayOfMonth(1);
        return new PlanningPeriod(
                String.valueOf(start.getYear()),
                start,
                start.plusYears(1).minusDays(1),
                "EUR",
                baselineEnd.minusYears(1),
                baselineEnd.minusDays(1));
    }

    private void user(String login, String name, String... groups) {
        users.createIfMissing(login, name, login + "@rheinberg-haustechnik.example", login, List.of(groups));
    }

    private interface Content {

        void writeTo(Path file) throws IOException;
    }

    private void importFile(ImportKind kind, Content content) {
        try {
            Path file = Files.createTempFile("demo-", ".csv");
            try {
                content.writeTo(file);
                asUser.run(PROCESS_OWNER, caller -> {
                    ImportResult result = imports.run(
                            List.of(ImportPart.ofFile(kind, file, Dialect.EN)), true, caller, Progress.NONE);
                    if (!result.isClean()) {
                        throw new IllegalStateException("Demo " + kind + ": " + result.problems());
                    }
                });
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String name, Path file) throws IOException {
        try (InputStream content = new ClassPathResource("demo/" + name).getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
