package io.konsens.agreement.campaign;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts campaigns in the background, on few threads, so that those who already work do not notice. Every node looks every
 * few seconds whether something waits: so one takes over from another that died, and from itself before a restart.
 */
@Component
public class CampaignWorker {

    private static final Logger log = LoggerFactory.getLogger(CampaignWorker.class);

    private static final int FIRST = 20;

    private final AgreementStarter starter;
    private final TaskExecutor executor;
    private final int threads;
    private final Semaphore free;

    CampaignWorker(AgreementStarter starter, TaskExecutor applicationTaskExecutor, CampaignProperties properties) {
        this.starter = starter;
        this.executor = applicationTaskExecutor;
        this.threads = properties.threads();
        this.free = new Semaphore(threads);
    }

    /**
     * Starts the first few at once, so that a small team need not wait and a fault shows immediately; the rest in the
     * background.
     */
    public void begin() {
        starter.startSome(FIRST);
        wake();
    }

    @Scheduled(
            fixedDelayString = "${konsens.campaign.look-every}",
            initialDelayString = "${konsens.campaign.look-every}")
    void wake() {
        for (int i = 0; i < threads; i++) {
            executor.execute(this::work);
        }
    }

    private void work() {
        if (free.tryAcquire()) {
            try {
                starter.startAll();
            } catch (RuntimeException e) {
                log.warn("Starting a campaign was interrupted, it goes on at the next look", e);
            } finally {
                free.release();
            }
        }
    }
}
