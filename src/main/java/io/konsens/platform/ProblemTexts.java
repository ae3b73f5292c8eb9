package io.konsens.platform;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says problems in somebody's language. */
@Component
public class ProblemTexts {

    private static final int NAMED_IN_SUMMARY = 5;

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    public String text(Problem problem, Locale locale) {
        Object[] args =
                problem.args().stream().map(arg -> readable(arg, locale)).toArray();
        return messages.getMessage(problem.code(), args, locale);
    }

    /** All in one text: the first few problems, and how many more there are. */
    public String summary(Refusal refusal, Locale locale) {
        List<Problem> problems = refusal.problems();
        String first = problems.stream()
                .limit(NAMED_IN_SUMMARY)
                .map(problem -> text(problem, locale))
                .collect(Collectors.joining(" · "));
        int more = problems.size() - NAMED_IN_SUMMARY;
        return more <= 0 ? first : first + " " + messages.getMessage("refusal.andMore", new Object[] {more}, locale);
    }

    private @Nullable Object readable(@Nullable Object arg, Locale locale) {
        if (arg instanceof Localized localized) {
            return localized.in(locale);
        }
        if (arg instanceof Enum<?> constant) {
            return messages.getMessage(
                    "enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name(),
                    null,
                    constant.name(),
                    locale);
        }
        if (arg instanceof LocalDate day) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day);
        }
        return arg;
    }
}
