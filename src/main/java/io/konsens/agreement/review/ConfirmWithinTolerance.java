package io.konsens.agreement.review;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.ChangeLines;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.TaskList;
import io.konsens.agreement.domain.Act;
import io.konsens.agreement.domain.LineChange;
import io.konsens.agreement.domain.Rules;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.Caller;
import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Confirms in one go the plans a manager need not look at more closely. Each agreement is a transaction of its own, through
 * the same completion as in the task list: what was confirmed stays confirmed whatever becomes of the others, and doing it
 * again goes on with what is left.
 */
@Component
public class ConfirmWithinTolerance {

    private static final Logger log = LoggerFactory.getLogger(ConfirmWithinTolerance.class);

    private final TaskList taskList;
    private final ReviewQueue queue;
    private final AgreementAccess access;
    private final ChangeLines changeLines;
    private final LeadAgreement lead;
    private final Metrics metrics;
    private final Rules rules;
    private final ToleranceText text;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConfirmWithinTolerance(
            TaskList taskList,
            ReviewQueue queue,
            AgreementAccess access,
            ChangeLines changeLines,
            LeadAgreement lead,
            Metrics metrics,
            Rules rules,
            ToleranceText text,
            TransactionTemplate transaction,
            Clock clock) {
        this.taskList = taskList;
        this.queue = queue;
        this.access = access;
        this.changeLines = changeLines;
        this.lead = lead;
        this.metrics = metrics;
        this.rules = rules;
        this.text = text;
        this.transaction = transaction;
        this.clock = clock;
    }

    public enum Result {
        /** Would be confirmed. */
        WITHIN,
        CONFIRMED,
        /** Stays in review: the problems say why, line by line. */
        OUTSIDE,
        /** Could not be confirmed just now; nothing of it was done. */
        FAILED
    }

    /** @param problems empty unless it stays in review; rows are the positions of lines */
    public record Outcome(String agreementId, String repName, Result result, List<Problem> problems) {}

    /** What would be confirmed, and what not and why, in the order of the task list. Changes nothing. */
    public List<Outcome> preview(BulkConfirmation asked, TaskList.Order order, Caller caller) {
        return each(
                asked,
                order,
                caller,
                agreement -> {
                    agreement.change(
                            asked.targetsFor(agreement),
                            metrics.byId(),
                            rules,
                            new Act(access.actor(caller, agreement), clock.instant()));
                    return asked.tolerance().objections(agreement, metrics.byId());
                },
                Result.WITHIN);
    }

    /** What the record will say with each review that is confirmed. */
    public String comment(BulkConfirmation asked, Locale locale) {
        return text.of(asked.tolerance(), locale);
    }

    /** @param locale of the comment that is kept with each confirmed review */
    public List<Outcome> confirm(BulkConfirmation asked, TaskList.Order order, Locale locale, Caller caller) {
        String comment = comment(asked, locale);
        return each(
                asked,
                order,
                caller,
                seen -> transaction.execute(status -> {
                    String id = seen.agreementId();
                    List<LineChange> targets = asked.targetsFor(access.locked(id, caller));
                    if (!targets.isEmpty()) {
                        changeLines.change(id, targets, caller);
                    }
                    List<Problem> problems = asked.tolerance().objections(access.locked(id, caller), metrics.byId());
                    if (problems.isEmpty()) {
                        lead.submit(id, Map.of("comment", comment), caller);
                    } else {
                        status.setRollbackOnly();
                    }
                    return problems;
                }),
                Result.CONFIRMED);
    }

    private List<Outcome> each(
            BulkConfirmation asked,
            TaskList.Order order,
            Caller caller,
            Function<TargetAgreement, List<Problem>> work,
            Result good) {
        return taskList.mine(Step.REVIEW_PLAN, order).stream()
                .map(TaskList.Entry::agreementId)
                .filter(asked::isAbout)
                .filter(id -> access.isVisible(id, caller))
                .map(id -> access.visible(id, caller))
                .map(agreement -> outcome(agreement, work, good))
                .toList();
    }

    private Outcome outcome(TargetAgreement agreement, Function<TargetAgreement, List<Problem>> work, Result good) {
        String id = agreement.agreementId();
        String repName = queue.repName(agreement);
        try {
            List<Problem> problems = work.apply(agreement);
            return new Outcome(id, repName, problems.isEmpty() ? good : Result.OUTSIDE, problems);
        } catch (Refusal refusal) {
            return new Outcome(id, repName, Result.FAILED, refusal.problems());
        } catch (RuntimeException e) {
            log.warn("Agreement {} could not be confirmed within the tolerance", id, e);
            return new Outcome(id, repName, Result.FAILED, List.of(Problem.of("reviews.failed")));
        }
    }
}
