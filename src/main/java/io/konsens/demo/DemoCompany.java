package io.konsens.demo;

import io.konsens.agreement.application.StartCampaign;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.planning.imports.Dialect;
import io.konsens.planning.imports.ImportFiles;
import io.konsens.planning.imports.ImportKind;
import io.konsens.planning.imports.ImportResult;
import io.konsens.planning.imports.Progress;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import io.konsens.platform.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sets the demo company up once: every step may be repeated, and the last one, the user {@value #LAST}, tells that all
 * were done.
 */
@Component
@Order(10)
@ConditionalOnProperty("konsens.demo")
class DemoCompany implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final String LAST = "frank";
    private static final Caller SETUP = new Caller("petra", Set.of(Groups.PROCESS_OWNER));
    private static final int CAMPAIGN_STARTED_DAYS_AGO = 16;

    private final ImportFiles importFiles;
    private final Periods periods;
    private final StartCampaign startCampaign;
    private final DemoNegotiations negotiations;
    private final Users users;
    private final DemoClock clock;

    DemoCompany(
            ImportFiles importFiles,
            Periods periods,
            StartCampaign startCampaign,
            DemoNegotiations negotiations,
            Users users,
            DemoClock clock) {
        this.importFiles = importFiles;
        this.periods = periods;
        this.startCampaign = startCampaign;
        this.negotiations = negotiations;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (users.exists(LAST)) {
            return;
        }
        log.info("Setting up the demo company …");
        users.createIfMissing("admin", "Administrator", "", "admin", List.of(Groups.ADMIN, Groups.PROCESS_OWNER));
        users.createIfMissing("petra", "Petra Prozess", "", "petra", List.of(Groups.PROCESS_OWNER));
        LocalDate today = LocalDate.now(clock);
        importAll(today);
        String year = String.valueOf(today.getYear() + 1);
        LocalDate thisMonth = today.withDayOfMonth(1);
        periods.save(
                new PlanningPeriod(
                        year,
                        LocalDate.of(today.getYear() + 1, 1, 1),
                        LocalDate.of(today.getYear() + 1, 12, 31),
                        "EUR",
                        thisMonth.minusMonths(12),
                        thisMonth.minusDays(1)),
                SETUP);
        try {
            clock.goBackTo(CAMPAIGN_STARTED_DAYS_AGO);
            startCampaign.start(year, SETUP);
            negotiations.play(year, clock);
        } finally {
            clock.goBackTo(0);
        }
        users.createIfMissing(LAST, "Frank Finanz", "", LAST, List.of(Groups.FINANCE));
    }

    private void importAll(LocalDate today) throws IOException {
        Path file = Files.createTempFile("demo-", ".csv");
        try {
            for (ImportKind kind : List.of(ImportKind.EMPLOYEES, ImportKind.ACCOUNTS, ImportKind.PRODUCTS)) {
                DemoOrders.copy(kind.path() + ".csv", file);
                importOne(kind, file);
            }
            DemoOrders.write(file, today);
            importOne(ImportKind.ORDERS, file);
        } finally {
            Files.delete(file);
        }
    }

    private void importOne(ImportKind kind, Path file) {
        ImportResult result = importFiles.run(kind, true, Dialect.EN, file, SETUP, Progress.NONE);
        if (!result.isClean()) {
            throw new IllegalStateException("Demo " + kind + ": " + result.problems());
        }
    }
}
