package io.konsens.agreement.process;

import io.konsens.agreement.application.Routing;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.StepInput;
import io.konsens.agreement.application.Steps;
import io.konsens.handover.ReviewAssigned;
import io.konsens.notice.Notices;
import io.konsens.notice.Recipients;
import io.konsens.platform.CompletionInput;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ties every user task of an agreement to its step, whichever door completes the task. */
@Component
class StepListener implements TaskListener {

    private final Steps steps;
    private final Deadlines deadlines;
    private final CurrentCaller currentCaller;
    private final TaskVisibility visibility;
    private final SubstituteTasks substituteTasks;
    private final StepTexts texts;
    private final Recipients recipients;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    StepListener(
            Steps steps,
            Deadlines deadlines,
            CurrentCaller currentCaller,
            TaskVisibility visibility,
            SubstituteTasks substituteTasks,
            StepTexts texts,
            Recipients recipients,
            Notices notices,
            ApplicationEventPublisher events) {
        this.steps = steps;
        this.deadlines = deadlines;
        this.currentCaller = currentCaller;
        this.visibility = visibility;
        this.substituteTasks = substituteTasks;
        this.texts = texts;
        this.recipients = recipients;
        this.notices = notices;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        Step step = ProcessNames.STEPS.get(task.getTaskDefinitionKey());
        DelegateExecution execution = task.getExecution();
        if (execution == null) {
            // Another request has completed it since it was read.
            throw Refusal.conflict("step.changedMeanwhile");
        }
        String agreementId = execution.getProcessBusinessKey();
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> enter(task, step, agreementId);
            case EVENTNAME_ASSIGNMENT -> assigned(task, step);
            case EVENTNAME_DELETE -> notices.settle(task.getId());
            default -> complete(task, step, agreementId);
        }
    }

    private void enter(DelegateTask task, Step step, String agreementId) {
        String stem = ProcessNames.stem(task.getTaskDefinitionKey());
        Date due = task.getDueDate();
        int round = steps.enter(
                agreementId,
                step,
                due == null ? null : due.toInstant(),
                deadlines.rule(task, stem),
                deadlines.calendar(task));
        task.getExecution().setVariable(ProcessNames.ROUND, round);
        substituteTasks.giveOn(task);
        Locale language = recipients
                .of(task.getAssignee() == null ? "" : task.getAssignee())
                .language();
        task.setVariableLocal(ProcessNames.LANGUAGE, language.getLanguage());
        task.setName(texts.name(task, stem, task.getName(), language));
        task.getExecution().setVariable(ProcessNames.DUE_DATE, due);
        visibility.showUpwards(task, (String) task.getVariable(ProcessNames.REP));
    }

    /** Comes after the creation, and whenever the task goes to somebody else. */
    private void assigned(DelegateTask task, Step step) {
        notices.settle(task.getId());
        if (step == Step.REVIEW_PLAN && task.getAssignee() != null) {
            Date due = task.getDueDate();
            events.publishEvent(new ReviewAssigned(
                    task.getId(), task.getAssignee(), task.getName(), due == null ? null : due.toInstant()));
        }
    }

    private void complete(DelegateTask task, Step step, String agreementId) {
        Routing routing =
                steps.complete(agreementId, step, new StepInput(CompletionInput.current()), currentCaller.get());
        var execution = task.getExecution();
        execution.setVariable(ProcessNames.ROUND, routing.round());
        execution.setVariable(ProcessNames.OPEN_PROPOSALS, routing.openProposals());
        execution.setVariable(ProcessNames.OPEN_DEVIATIONS, routing.openDeviations());
        // A share for the decision table, not an amount: the engine has no decimal type of its own.
        execution.setVariable(
                ProcessNames.DEVIATION_PERCENT,
                routing.deviationPercent() == null
                        ? null
                        : routing.deviationPercent().doubleValue());
        execution.setVariable(ProcessNames.CONSENSUS, routing.consensus());
        execution.setVariable(ProcessNames.OUTCOME, routing.outcome());
        execution.setVariable(ProcessNames.DECLINED, routing.declined());
        notices.settle(task.getId());
    }
}
