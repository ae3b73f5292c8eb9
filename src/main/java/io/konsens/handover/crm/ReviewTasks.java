package io.konsens.handover.crm;

import io.konsens.handover.ReviewAssigned;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.salesforce.SalesforceClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows managers their reviews as activities in Salesforce. What is to be shown is written together with the step itself,
 * and sent afterwards, as often as it takes: the external id makes a repetition harmless.
 */
class ReviewTasks {

    private static final Logger log = LoggerFactory.getLogger(ReviewTasks.class);

    /** The last one repeats, until somebody has mended what is wrong. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private final CrmProperties properties;
    private final SalesforceClient salesforce;
    private final SalesforceUsers users;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReviewTasks(
            CrmProperties properties,
            SalesforceClient salesforce,
            SalesforceUsers users,
            Organisation organisation,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.salesforce = salesforce;
        this.users = users;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Waiting(
            String taskId,
            String managerLogin,
            String subject,
            @Nullable LocalDate due,
            int attempts) {}

    @EventListener
    void keep(ReviewAssigned review) {
        Instant due = review.due();
        jdbc.sql("""
                        insert into konsens.review_task (task_id, manager_login, subject, due, attempts, next_attempt)
                        values (?, ?, ?, ?, 0, ?)
                        on conflict (task_id) do update set manager_login = excluded.manager_login,
                            subject = excluded.subject, due = excluded.due, attempts = 0,
                            next_attempt = excluded.next_attempt, sent_at = null, error = null""")
                .params(
                        review.taskId(),
                        review.managerLogin(),
                        review.subject(),
                        due == null ? null : LocalDate.ofInstant(due, clock.getZone()),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Every node looks; what one is sending, another leaves alone. */
    @Scheduled(fixedDelayString = "${konsens.crm.review-task.look-every}")
    void sendWaiting() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sendNext()))) {
            // until nothing is due
        }
    }

    private boolean sendNext() {
        Optional<Waiting> next = jdbc.sql("""
                        select task_id, manager_login, subject, due, attempts from konsens.review_task
                        where sent_at is null and next_attempt <= ? order by next_attempt limit 1
                        for update skip locked""")
                .param(OffsetDateTime.now(clock))
                .query(Waiting.class)
                .optional();
        next.ifPresent(review -> {
            try {
                send(review);
                jdbc.sql("update konsens.review_task set sent_at = ?, error = null where task_id = ?")
                        .params(OffsetDateTime.now(clock), review.taskId())
                        .update();
            } catch (IOException e) {
                log.warn("Review {} is not in Salesforce yet: {}", review.taskId(), e.toString());
                Duration wait = WAITS.get(Math.min(review.attempts(), WAITS.size() - 1));
                jdbc.sql("update konsens.review_task set attempts = attempts + 1, next_attempt = ?, error = ?"
                                + " where task_id = ?")
                        .params(OffsetDateTime.now(clock).plus(wait), e.toString(), review.taskId())
                        .update();
            }
        });
        return next.isPresent();
    }

    private void send(Waiting review) throws IOException {
        Employee manager = organisation
                .employeeByLogin(review.managerLogin())
                .orElseThrow(() -> new IOException("There is no employee " + review.managerLogin()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("OwnerId", users.id(manager.employeeId()));
        fields.put("Subject", review.subject());
        if (review.due() != null) {
            fields.put("ActivityDate", review.due().toString());
        }
        fields.put("Status", "Not Started");
        fields.put("Priority", "Normal");
        salesforce.send(
                HttpMethod.PATCH,
                "/sobjects/Task/{field}/{key}",
                fields,
                properties.reviewTask().keyField(),
                review.taskId());
    }
}
