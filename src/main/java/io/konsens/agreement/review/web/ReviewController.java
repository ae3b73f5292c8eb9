package io.konsens.agreement.review.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.konsens.agreement.application.TaskList;
import io.konsens.agreement.domain.Tolerance;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.review.BulkConfirmation;
import io.konsens.agreement.review.ConfirmWithinTolerance;
import io.konsens.agreement.review.Movement;
import io.konsens.agreement.review.Review;
import io.konsens.agreement.review.ReviewQueue;
import io.konsens.agreement.web.Amounts;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Problem;
import io.konsens.platform.ProblemTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open reviews of whoever calls, and confirming many of them at once. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    private final ReviewQueue queue;
    private final ConfirmWithinTolerance confirm;
    private final ProblemTexts texts;
    private final CurrentCaller caller;

    ReviewController(ReviewQueue queue, ConfirmWithinTolerance confirm, ProblemTexts texts, CurrentCaller caller) {
        this.queue = queue;
        this.confirm = confirm;
        this.texts = texts;
        this.caller = caller;
    }

    enum Mode {
        preview,
        commit
    }

    /**
     * @param change planned less baseline
     * @param percent of the baseline, with one decimal; null where the baseline is zero
     */
    record MovementView(
            String baseline,
            String planned,
            String change,
            @Nullable String percent) {

        static MovementView of(Movement movement) {
            BigDecimal percent = movement.percent();
            return new MovementView(
                    money(movement.baseline()),
                    money(movement.planned()),
                    money(movement.change()),
                    percent == null ? null : percent.toPlainString());
        }

        private static String money(BigDecimal amount) {
            return Objects.requireNonNull(Amounts.write(amount, Unit.CURRENCY));
        }
    }

    record ReviewView(
            String agreementId,
            String periodId,
            String repId,
            String repName,
            int revision,
            int round,
            int roundsAllowed,
            int lines,
            String currency,
            MovementView total,
            @Nullable String biggestLine,
            @Nullable MovementView biggest,
            @Nullable Instant due,
            boolean overdue) {}

    record ProblemView(@Nullable Integer row, @Nullable String field, String message) {}

    record OutcomeView(
            String agreementId, String repName, ConfirmWithinTolerance.Result result, List<ProblemView> problems) {}

    /** @param order newest (as the task list begins) or due */
    @GetMapping
    List<ReviewView> reviews(@RequestParam(defaultValue = "newest") String order, Locale locale) {
        return queue.reviews(order(order), caller.get()).stream()
                .map(review -> view(review, locale))
                .toList();
    }

    /**
     * Body: {@code {percent?, amount?, newLines?, managementTargets?: {metric: "30.00"}, agreements?: [id]}}, with at
     * least one of the limits; figures are strings. Without {@code agreements} it is about all open reviews.
     *
     * @param mode preview changes nothing
     */
    @PostMapping("/confirm")
    List<OutcomeView> confirm(
            @RequestParam(defaultValue = "preview") Mode mode, @RequestBody JsonNode body, Locale locale) {
        BulkConfirmation asked = read(body);
        List<ConfirmWithinTolerance.Outcome> outcomes = mode == Mode.preview
                ? confirm.preview(asked, TaskList.Order.NEWEST, caller.get())
                : confirm.confirm(asked, TaskList.Order.NEWEST, locale, caller.get());
        return outcomes.stream()
                .map(outcome -> new OutcomeView(
                        outcome.agreementId(),
                        outcome.repName(),
                        outcome.result(),
                        outcome.problems().stream()
                                .map(problem -> view(problem, locale))
                                .toList()))
                .toList();
    }

    /** Whatever is no known order is the task list's. */
    static TaskList.Order order(@Nullable String order) {
        return "due".equals(order) ? TaskList.Order.DUE : TaskList.Order.NEWEST;
    }

    private ReviewView view(Review review, Locale locale) {
        Review.Line biggest = review.biggest();
        return new ReviewView(
                review.agreementId(),
                review.periodId(),
                review.repId(),
                review.repName(),
                review.revision(),
                review.round(),
                review.roundsAllowed(),
                review.lines(),
                review.currency(),
                MovementView.of(review.total()),
                biggest == null ? null : ReviewPage.label(biggest, locale),
                biggest == null ? null : MovementView.of(biggest.movement()),
                review.due(),
                review.overdue());
    }

    private ProblemView view(Problem problem, Locale locale) {
        return new ProblemView(problem.row(), problem.field(), texts.text(problem, locale));
    }

    private static BulkConfirmation read(JsonNode body) {
        Map<String, BigDecimal> targets = new HashMap<>();
        body.path("managementTargets").fieldNames().forEachRemaining(metric -> {
            BigDecimal target = Amounts.read(body.path("managementTargets"), metric);
            if (target != null) {
                targets.put(metric, target);
            }
        });
        Set<String> agreements = new HashSet<>();
        body.path("agreements").forEach(id -> agreements.add(id.asText()));
        return new BulkConfirmation(
                new Tolerance(
                        Amounts.read(body, "percent"),
                        Amounts.read(body, "amount"),
                        body.path("newLines").asBoolean(false)),
                targets,
                body.hasNonNull("agreements") ? agreements : null);
    }
}
