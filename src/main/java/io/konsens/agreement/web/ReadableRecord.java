package io.konsens.agreement.web;

import io.konsens.agreement.application.Step;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Answer;
import io.konsens.agreement.domain.Decision;
import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.domain.PlanLine;
import io.konsens.agreement.domain.SetBy;
import io.konsens.agreement.domain.TargetAgreement;
import io.konsens.platform.Localized;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The record of one agreement in somebody's language: figures, dates and states as people write them. */
final class ReadableRecord {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final TargetAgreement agreement;
    private final Map<String, Metric> metrics;
    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    ReadableRecord(
            TargetAgreement agreement,
            Map<String, Metric> metrics,
            MessageSource messages,
            Locale locale,
            ZoneId zone) {
        this.agreement = agreement;
        this.metrics = metrics;
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** An entry of the record as the page shows it. */
    public record Entry(
            Instant at,
            String by,
            @Nullable String onBehalfOf,
            EventType type,
            @Nullable String line,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String rule) {}

    Entry entry(NegotiationEvent event) {
        PlanLine line = event.lineId() == null ? null : agreement.line(event.lineId());
        Decision rule = event.decision();
        return new Entry(
                event.at(),
                event.by(),
                event.onBehalfOf(),
                event.type(),
                line == null ? null : label(line, metrics, locale),
                value(event.type(), line, event.from()),
                value(event.type(), line, event.to()),
                event.reason(),
                rule == null ? null : rule.key() + " v" + rule.version() + " · " + rule.ruleId());
    }

    /** A line in a word or two. */
    static String label(PlanLine line, Map<String, Metric> metrics, Locale locale) {
        return line.label(metrics) instanceof Localized name ? name.in(locale) : (String) line.label(metrics);
    }

    private @Nullable String value(EventType type, @Nullable PlanLine line, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case STATE_CHANGED -> word(AgreementState.valueOf(value));
            case STEP_COMPLETED -> word(Step.valueOf(value).state(AgreementState.AGREED));
            case DEADLINE_SET ->
                DateTimeFormatter.ofPattern(messages.getMessage("format.time", null, locale), locale)
                        .format(Instant.parse(value).atZone(zone));
            case REMINDED, ESCALATED -> step(value);
            case ADJUSTS, ADJUSTMENT_POSTPONED, PRORATED -> day(value);
            case LATE_FOUND -> word(LateLevel.valueOf(value));
            case ACCEPTED, REJECTED -> word(Answer.valueOf(value));
            case LINE_MOVED_AWAY, LINE_MOVED_IN ->
                line != null && FIGURE.matcher(value).matches() ? figure(line, value) : value;
            default -> line == null ? value : figure(line, value);
        };
    }

    /** As the model names it, where somebody added it there. */
    private String step(String stem) {
        String name = stem.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return messages.getMessage("enum.Step." + name, null, stem, locale);
    }

    /** An adjustment's events tell of days, and one of an agreement. */
    private String day(String value) {
        return DAY.matcher(value).matches()
                ? DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(LocalDate.parse(value))
                : value;
    }

    private String figure(PlanLine line, String value) {
        if (value.equals(SetBy.REP.name()) || value.equals(SetBy.MANAGER.name())) {
            return word(SetBy.valueOf(value));
        }
        return metrics.get(line.metric()).unit().format(locale).format(new BigDecimal(value));
    }

    private String word(Enum<?> constant) {
        String key = "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        return messages.getMessage(key, null, locale);
    }
}
