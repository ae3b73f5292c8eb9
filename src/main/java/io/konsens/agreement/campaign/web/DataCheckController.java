package io.konsens.agreement.campaign.web;

import io.konsens.agreement.campaign.Check;
import io.konsens.agreement.campaign.DataCheck;
import io.konsens.agreement.campaign.Finding;
import io.konsens.platform.CurrentCaller;
import io.konsens.platform.Refusal;
import io.konsens.platform.web.CsvDownload;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is missing before a campaign starts. */
@RestController
@RequestMapping("/api/v1/periods/{periodId}/data-check")
class DataCheckController {

    private static final int SHOWN = 200;

    private final DataCheck dataCheck;
    private final CurrentCaller caller;
    private final MessageSource messages;

    DataCheckController(DataCheck dataCheck, CurrentCaller caller, MessageSource messages) {
        this.dataCheck = dataCheck;
        this.caller = caller;
        this.messages = messages;
    }

    /**
     * @param count of all findings; 0 is good
     * @param title what is wrong, and {@code remedy} how to mend it, in the caller's language
     * @param findings the first 200
     */
    record CheckView(
            Check check, Check.Severity severity, int count, String title, String remedy, List<FindingView> findings) {}

    /** @param amount a string with a dot, or null */
    record FindingView(
            String id,
            @Nullable String name,
            @Nullable String detail,
            @Nullable String amount) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.id(),
                    finding.name(),
                    finding.detail(),
                    finding.amount() == null ? null : finding.amount().toPlainString());
        }
    }

    @GetMapping
    List<CheckView> run(@PathVariable String periodId, Locale locale) {
        return dataCheck.run(periodId, locale, caller.get()).stream()
                .map(result -> new CheckView(
                        result.check(),
                        result.severity(),
                        result.findings().size(),
                        text(result.check(), "", locale),
                        text(result.check(), ".remedy", locale),
                        result.findings().stream()
                                .limit(SHOWN)
                                .map(FindingView::of)
                                .toList()))
                .toList();
    }

    /** All findings of one check, as CSV. */
    @GetMapping("/{check}.csv")
    ResponseEntity<byte[]> export(@PathVariable String periodId, @PathVariable String check, Locale locale) {
        Check which = Arrays.stream(Check.values())
                .filter(one -> one.name().equals(check))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return CsvDownload.of(
                periodId + "-" + check.toLowerCase(Locale.ROOT),
                List.of("check", "severity", "id", "name", "detail", "amount"),
                dataCheck.run(which, periodId, locale, caller.get()).findings().stream()
                        .map(finding -> Arrays.<@Nullable Object>asList(
                                which,
                                which.severity(),
                                finding.id(),
                                finding.name(),
                                finding.detail(),
                                finding.amount()))
                        .toList(),
                locale);
    }

    private String text(Check check, String suffix, Locale locale) {
        return messages.getMessage("enum.Check." + check + suffix, null, locale);
    }
}
