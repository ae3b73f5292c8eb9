package io.konsens.agreement.process;

import io.konsens.platform.KonsensProperties;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What steps and their dates are called in somebody's language. */
@Component
class StepTexts {

    private final MessageSource messages;
    private final KonsensProperties properties;

    StepTexts(MessageSource messages, KonsensProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /**
     * A step of one agreement, such as "Review plan 2027, round 1: Anna".
     *
     * @param otherwise what a step is called that somebody added to the model
     */
    String name(VariableScope scope, String stem, String otherwise, Locale language) {
        Object[] args = {
            period(scope, language), scope.getVariable(ProcessNames.REP_NAME), scope.getVariable(ProcessNames.ROUND)
        };
        return Objects.requireNonNull(messages.getMessage("task." + stem, args, otherwise, language));
    }

    /** An adjustment is told from what was agreed before. */
    private String period(VariableScope scope, Locale language) {
        String periodId = (String) scope.getVariable(ProcessNames.PERIOD_ID);
        // Agreements that were running before there were adjustments do not know.
        return scope.getVariable(ProcessNames.REVISION) instanceof Integer revision && revision > 1
                ? say(language, "task.adjusted", periodId)
                : periodId;
    }

    String date(Instant instant, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(instant.atZone(properties.zone()));
    }

    String say(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
