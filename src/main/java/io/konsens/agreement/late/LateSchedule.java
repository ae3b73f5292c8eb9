package io.konsens.agreement.late;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every night, and at each start for the nights nobody was there. */
@Component
class LateSchedule {

    private final LateAgreements late;
    private final TaskExecutor executor;

    LateSchedule(LateAgreements late, TaskExecutor applicationTaskExecutor) {
        this.late = late;
        this.executor = applicationTaskExecutor;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${konsens.late.look}", zone = "${konsens.zone}")
    void look() {
        executor.execute(late::look);
    }
}
