package io.konsens.notice.mail;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every now and then, on every node, whether something is to be written or sent; away from the scheduler's thread,
 * which a slow mail server would hold up for everybody.
 */
@Component
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);

    private final Digests digests;
    private final Postman postman;
    private final TaskExecutor executor;
    private final Semaphore free = new Semaphore(1);

    MailRound(Digests digests, Postman postman, TaskExecutor applicationTaskExecutor) {
        this.digests = digests;
        this.postman = postman;
        this.executor = applicationTaskExecutor;
    }

    @Scheduled(fixedDelayString = "${konsens.notice.look-every}", initialDelayString = "${konsens.notice.look-every}")
    void begin() {
        executor.execute(this::go);
    }

    private void go() {
        if (free.tryAcquire()) {
            try {
                digests.write();
                postman.sendAll();
            } catch (RuntimeException e) {
                log.warn("Sending mails was interrupted, it goes on at the next look", e);
            } finally {
                free.release();
            }
        }
    }
}
