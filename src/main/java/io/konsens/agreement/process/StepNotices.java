package io.konsens.agreement.process;

import io.konsens.notice.NewNotice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Notices;
import io.konsens.notice.Recipients;
import io.konsens.platform.Localized;
import io.konsens.platform.Users;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells people of open steps: a message to each, and above the description of the task for whoever opens it. */
@Component
class StepNotices {

    private static final String TASK = "/camunda/app/tasklist/default/#/?task=";

    private final Notices notices;
    private final Recipients recipients;
    private final Users users;
    private final TaskService taskService;
    private final StepTexts texts;
    private final Clock clock;

    StepNotices(
            Notices notices,
            Recipients recipients,
            Users users,
            TaskService taskService,
            StepTexts texts,
            Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.users = users;
        this.taskService = taskService;
        this.texts = texts;
        this.clock = clock;
    }

    /** To whom the task is given; to all who may take it where it is nobody's. */
    void remind(DelegateExecution boundary, Task task) {
        String text = "notice.REMINDER." + (task.getDueDate() == null ? "open" : isOverdue(task) ? "overdue" : "due");
        tell(
                NoticeKind.REMINDER,
                task.getAssignee() != null ? Set.of(task.getAssignee()) : candidates(task),
                boundary,
                task,
                language -> texts.say(language, text, due(task, language)));
    }

    /** To the next one up; where there is none, to all who may take it. */
    void escalate(DelegateExecution boundary, Task task, Set<String> next) {
        String text = "notice.ESCALATION."
                + (task.getDueDate() == null
                        ? "open"
                        : task.getAssignee() == null
                                ? "nobody"
                                : candidates(task).containsAll(next) ? "text" : "standIn");
        String assignee = task.getAssignee() == null
                ? ""
                : recipients.of(task.getAssignee()).name();
        tell(
                NoticeKind.ESCALATION,
                next.isEmpty() ? candidates(task) : next,
                boundary,
                task,
                language -> texts.say(language, text, due(task, language), assignee));
    }

    private boolean isOverdue(Task task) {
        return task.getDueDate().toInstant().isBefore(clock.instant());
    }

    private String due(Task task, Locale language) {
        return task.getDueDate() == null ? "" : texts.date(task.getDueDate().toInstant(), language);
    }

    private void tell(NoticeKind kind, Set<String> whom, DelegateExecution boundary, Task task, Localized text) {
        String stem = ProcessNames.stem(task.getTaskDefinitionKey());
        Set<String> candidates = candidates(task);
        Localized subject = language -> texts.say(
                language, "notice." + kind + ".subject", texts.name(boundary, stem, task.getName(), language));
        for (String login : whom) {
            notices.tell(new NewNotice(
                    login,
                    kind,
                    kind + ":" + task.getId() + ":" + login + ":" + clock.instant(),
                    boundary.getProcessBusinessKey(),
                    task.getId(),
                    subject,
                    text,
                    login.equals(task.getAssignee()) || candidates.contains(login)
                            ? TASK + task.getId()
                            : "/agreements/" + boundary.getProcessBusinessKey()));
        }
        Locale language = recipients
                .of(task.getAssignee() == null ? "" : task.getAssignee())
                .language();
        String said = subject.in(language) + "\n" + text.in(language);
        taskService.setDescription(
                task.getId(), task.getDescription() == null ? said : said + "\n\n" + task.getDescription());
    }

    private Set<String> candidates(Task task) {
        Set<String> logins = new LinkedHashSet<>();
        for (IdentityLink link : taskService.getIdentityLinksForTask(task.getId())) {
            if (!link.getType().equals(IdentityLinkType.CANDIDATE)) {
                continue;
            }
            if (link.getUserId() != null) {
                logins.add(link.getUserId());
            }
            if (link.getGroupId() != null) {
                logins.addAll(users.in(link.getGroupId()));
            }
        }
        return logins;
    }
}
