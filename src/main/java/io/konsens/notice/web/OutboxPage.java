package io.konsens.notice.web;

import io.konsens.notice.Notice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.NoticeState;
import io.konsens.notice.Outbox;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.KonsensProperties;
import io.konsens.platform.ProblemTexts;
import io.konsens.platform.Refusal;
import io.konsens.platform.web.CsvDownload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who was told what, and whether it has arrived. */
@Controller
class OutboxPage {

    private static final int SHOWN = 200;
    private static final int EXPORTED = 100_000;

    private final Outbox outbox;
    private final CurrentCaller caller;
    private final KonsensProperties properties;
    private final ProblemTexts texts;

    OutboxPage(Outbox outbox, CurrentCaller caller, KonsensProperties properties, ProblemTexts texts) {
        this.outbox = outbox;
        this.caller = caller;
        this.properties = properties;
        this.texts = texts;
    }

    @GetMapping("/outbox")
    String page(
            @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(required = false) @Nullable NoticeState state,
            @RequestParam(required = false) @Nullable String recipient,
            Model model) {
        Outbox.Filter filter = filter(kind, state, recipient);
        List<Notice> found = outbox.list(filter, SHOWN + 1, caller.get());
        model.addAttribute("notices", found.subList(0, Math.min(found.size(), SHOWN)));
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", kind != null || state != null || filter.recipient() != null);
        model.addAttribute("kinds", NoticeKind.values());
        model.addAttribute("states", NoticeState.values());
        model.addAttribute("seesAll", Outbox.seesAll(caller.get()));
        model.addAttribute("zone", properties.zone());
        return "outbox";
    }

    /** The same as CSV; times are instants in UTC. */
    @GetMapping("/outbox.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(required = false) @Nullable NoticeState state,
            @RequestParam(required = false) @Nullable String recipient,
            Locale locale) {
        return CsvDownload.of(
                "outbox",
                List.of(
                        "created_at",
                        "recipient",
                        "kind",
                        "agreement_id",
                        "subject",
                        "text",
                        "state",
                        "send_after",
                        "sent_at",
                        "attempts",
                        "error"),
                outbox.list(filter(kind, state, recipient), EXPORTED, caller.get()).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.createdAt(),
                                one.recipient(),
                                one.kind(),
                                one.agreementId(),
                                one.subject(),
                                one.text(),
                                one.state(),
                                one.sendAfter(),
                                one.sentAt(),
                                one.attempts(),
                                one.error()))
                        .toList(),
                locale);
    }

    @PostMapping("/outbox/mails/{mailId}/again")
    String again(@PathVariable long mailId, RedirectAttributes flash, Locale locale) {
        try {
            outbox.sendAgain(mailId, caller.get());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            flash.addFlashAttribute("messages", List.of(texts.summary(refusal, locale)));
        }
        return "redirect:/outbox";
    }

    private static Outbox.Filter filter(
            @Nullable NoticeKind kind, @Nullable NoticeState state, @Nullable String recipient) {
        return new Outbox.Filter(kind, state, recipient == null || recipient.isBlank() ? null : recipient.strip());
    }
}
