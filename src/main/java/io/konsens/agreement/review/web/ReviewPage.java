package io.konsens.agreement.review.web;

import io.konsens.agreement.application.TaskList;
import io.konsens.agreement.review.Review;
import io.konsens.agreement.review.ReviewQueue;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.Localized;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue of reviews, and one review after the other. */
@Controller
class ReviewPage {

    private final ReviewQueue queue;
    private final ProblemTexts texts;
    private final KonsensProperties properties;
    private final CurrentCaller caller;

    ReviewPage(ReviewQueue queue, ProblemTexts texts, KonsensProperties properties, CurrentCaller caller) {
        this.queue = queue;
        this.texts = texts;
        this.properties = properties;
        this.caller = caller;
    }

    /** A review as a row of the queue. */
    public record Row(Review review, @Nullable String biggest) {}

    @GetMapping("/reviews")
    String page(@RequestParam(required = false) @Nullable String order, Model model, Locale locale) {
        model.addAttribute("order", order(order));
        model.addAttribute("zone", properties.zone());
        List<Review> reviews = queue.reviews(ReviewController.order(order), caller.get());
        model.addAttribute(
                "rows",
                reviews.stream()
                        .map(review ->
                                new Row(review, review.biggest() == null ? null : label(review.biggest(), locale)))
                        .toList());
        model.addAttribute(
                "targets",
                reviews.stream()
                        .flatMap(review -> review.targetsToSet().stream())
                        .distinct()
                        .toList());
        return "reviews";
    }

    /** Who is no longer asked is led on to the queue: the step may have been completed elsewhere. */
    @GetMapping("/reviews/{id}")
    String review(@PathVariable String id, @RequestParam(required = false) @Nullable String order, Model model) {
        Optional<ReviewQueue.Place> place = queue.place(id, ReviewController.order(order));
        if (place.isEmpty()) {
            return "redirect:/reviews";
        }
        model.addAttribute("order", order(order));
        model.addAttribute("place", place.get());
        model.addAttribute("review", queue.review(id, caller.get()));
        model.addAttribute("zone", properties.zone());
        return "review";
    }

    @PostMapping("/reviews/{id}/complete")
    String complete(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable String order,
            RedirectAttributes redirect,
            Locale locale) {
        TaskList.Order inOrder = ReviewController.order(order);
        redirect.addAttribute("order", order(order));
        try {
            Optional<String> next = queue.complete(id, comment, inOrder, caller.get());
            redirect.addFlashAttribute("completed", id);
            return next.map(nextId -> to(nextId, redirect)).orElse("redirect:/reviews");
        } catch (Refusal refusal) {
            redirect.addFlashAttribute(
                    "messages",
                    refusal.problems().stream()
                            .map(problem -> texts.text(problem, locale))
                            .toList());
            redirect.addFlashAttribute("comment", comment);
            return to(id, redirect);
        }
    }

    private static String to(String agreementId, RedirectAttributes redirect) {
        redirect.addAttribute("id", agreementId);
        return "redirect:/reviews/{id}";
    }

    static String order(@Nullable String order) {
        return ReviewController.order(order).name().toLowerCase(Locale.ROOT);
    }

    static String label(Review.Line line, Locale locale) {
        return line.label() instanceof Localized name ? name.in(locale) : (String) line.label();
    }
}
