package io.konsens.agreement.review;

import io.konsens.agreement.application.AgreementAccess;
import io.konsens.agreement.application.LeadAgreement;
import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.application.TaskList;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.platform.Caller;
import io.konsens.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open reviews of whoever calls, one after the other, in the order of their task list. */
@Component
public class ReviewQueue {

    private final TaskList taskList;
    private final AgreementAccess access;
    private final LeadAgreement lead;
    private final Metrics metrics;
    private final Organisation organisation;
    private final Clock clock;

    ReviewQueue(
            TaskList taskList,
            AgreementAccess access,
            LeadAgreement lead,
            Metrics metrics,
            Organisation organisation,
            Clock clock) {
        this.taskList = taskList;
        this.access = access;
        this.lead = lead;
        this.metrics = metrics;
        this.organisation = organisation;
        this.clock = clock;
    }

    public List<Review> reviews(TaskList.Order order, Caller caller) {
        Map<String, Metric> byId = metrics.byId();
        return taskList.mine(Step.REVIEW_PLAN, order).stream()
                .filter(open -> access.isVisible(open.agreementId(), caller))
                .map(open -> review(access.visible(open.agreementId(), caller), open.due(), byId))
                .toList();
    }

    /** One plan, whoever's turn it is. */
    public Review review(String agreementId, Caller caller) {
        TargetAgreement agreement = access.visible(agreementId, caller);
        return review(agreement, agreement.stepDue(), metrics.byId());
    }

    private Review review(TargetAgreement agreement, @Nullable Instant due, Map<String, Metric> byId) {
        return Review.of(agreement, repName(agreement), byId, due, clock.instant());
    }

    /**
     * One review and its neighbours in the queue.
     *
     * @param number counted from 1
     * @param previous id of the agreement before; null for the first
     * @param next id of the one after; null for the last
     */
    public record Place(
            int number,
            int of,
            @Nullable String previous,
            @Nullable String next) {}

    /** Empty if the caller has no open review of this agreement. */
    public Optional<Place> place(String agreementId, TaskList.Order order) {
        List<String> queue = agreementIds(order);
        return IntStream.range(0, queue.size())
                .filter(at -> queue.get(at).equals(agreementId))
                .mapToObj(at -> new Place(
                        at + 1,
                        queue.size(),
                        at == 0 ? null : queue.get(at - 1),
                        at + 1 == queue.size() ? null : queue.get(at + 1)))
                .findFirst();
    }

    /**
     * Completes one review as the task list does.
     *
     * @return the agreement to go on with: the one after it, or the first of those left; empty after the last
     * @throws Refusal if it is not the caller's to complete, or something is missing: everything is named
     */
    @Transactional
    public Optional<String> complete(String agreementId, String comment, TaskList.Order order, Caller caller) {
        Optional<Place> place = place(agreementId, order);
        lead.submit(agreementId, Map.of("comment", comment), caller);
        return place.map(Place::next)
                .or(() -> agreementIds(order).stream()
                        .filter(other -> !other.equals(agreementId))
                        .findFirst());
    }

    private List<String> agreementIds(TaskList.Order order) {
        return taskList.mine(Step.REVIEW_PLAN, order).stream()
                .map(TaskList.Entry::agreementId)
                .toList();
    }

    String repName(TargetAgreement agreement) {
        return organisation.employee(agreement.repId()).map(Employee::name).orElse(agreement.repId());
    }
}
