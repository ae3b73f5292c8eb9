package io.konsens.demo;

import io.konsens.planning.Organisation;
import io.konsens.planning.Periods;
import io.konsens.platform.ShiftableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets the demo up if the database is empty: all of it in one transaction, so that a start that is broken off leaves
 * nothing, and nobody can log in before everything is there and the clock shows today again.
 */
@Order(10)
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);
    /** Any number that nothing else in this database uses. */
    private static final long LOCK = 20270101;

    private final Periods periods;
    private final Organisation organisation;
    private final DemoCompany company;
    private final DemoStory story;
    private final ShiftableClock clock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DemoStart(
            Periods periods,
            Organisation organisation,
            DemoCompany company,
            DemoStory story,
            ShiftableClock clock,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.periods = periods;
        this.organisation = organisation;
        this.company = company;
        this.story = story;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            if (periods.all().isEmpty() && organisation.planners().isEmpty()) {
                log.info("Setting up the demo company");
                try {
                    story.play(company.found());
                } finally {
                    clock.reset();
                }
            }
        });
    }
}
