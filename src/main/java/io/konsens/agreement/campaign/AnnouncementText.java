package io.konsens.agreement.campaign;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.application.RuleText;
import io.konsens.agreement.application.RulesInForce;
import io.konsens.agreement.application.RulesInForce.InForce;
import io.konsens.agreement.application.Step;
import io.konsens.agreement.domain.Metric;
import io.konsens.planning.Employee;
import io.konsens.planning.Organisation;
import io.konsens.planning.PlanningPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the draft of an announcement from the rules in force: what each decision table says for each org unit, with the
 * descriptions process owners gave their rules. Units with the same rules share a paragraph.
 */
@Component
class AnnouncementText {

    private static final List<Step> STEPS =
            List.of(Step.PLAN_TARGETS, Step.REVIEW_PLAN, Step.ANSWER_PROPOSALS, Step.ALIGN_TARGETS, Step.CONFIRM_REP);

    private final Organisation organisation;
    private final Metrics metrics;
    private final RulesInForce rules;
    private final MessageSource messages;

    AnnouncementText(Organisation organisation, Metrics metrics, RulesInForce rules, MessageSource messages) {
        this.organisation = organisation;
        this.metrics = metrics;
        this.rules = rules;
        this.messages = messages;
    }

    String write(PlanningPeriod period, Locale locale) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                say(locale, "what", period.periodId(), date(period.start(), locale), date(period.end(), locale)));
        paragraphs.add(say(locale, "why"));
        paragraphs.add(say(locale, "how", date(period.baselineFrom(), locale), date(period.baselineTo(), locale)));
        Map<String, List<String>> unitsByRules = new LinkedHashMap<>();
        seniorities()
                .forEach((unit, seniorities) -> unitsByRules
                        .computeIfAbsent(rules(unit, List.copyOf(seniorities), locale), rules -> new ArrayList<>())
                        .add(unit));
        unitsByRules.forEach((rules, units) -> paragraphs.add(
                unitsByRules.size() == 1
                        ? say(locale, "rules") + "\n" + rules
                        : say(locale, "rulesOf", String.join(", ", units)) + "\n" + rules));
        paragraphs.add(say(locale, "consent"));
        return String.join("\n\n", paragraphs);
    }

    /** Who plans, by org unit: the seniorities there, "" for those who have none. */
    private Map<String, TreeSet<String>> seniorities() {
        return organisation.planners().stream()
                .collect(Collectors.groupingBy(
                        Employee::orgUnit,
                        TreeMap::new,
                        Collectors.mapping(
                                planner -> Objects.requireNonNullElse(planner.seniority(), ""),
                                Collectors.toCollection(TreeSet::new))));
    }

    private String rules(String unit, List<String> seniorities, Locale locale) {
        List<String> lines = new ArrayList<>(bySeniority(
                seniorities, seniority -> ruled("rounds", rules.rounds(unit, orNull(seniority)), locale), locale));
        for (Metric metric : metrics.byId().values()) {
            lines.addAll(bySeniority(
                    seniorities,
                    seniority -> {
                        var setBy = rules.setBy(metric.metricId(), unit, orNull(seniority));
                        return say(locale, "setBy." + setBy.value(), metric.in(locale)) + described(setBy, locale);
                    },
                    locale));
        }
        lines.add(say(
                locale,
                "deadlines",
                STEPS.stream()
                        .map(step -> say(
                                locale,
                                "deadline",
                                say(locale, "step." + step),
                                rules.dueDays(step, unit).value()))
                        .collect(Collectors.joining(", "))));
        return lines.stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
    }

    /** One line if the rule is the same for everybody in the unit, else one for each seniority. */
    private List<String> bySeniority(List<String> seniorities, Function<String, String> line, Locale locale) {
        Map<String, List<String>> byLine =
                seniorities.stream().collect(Collectors.groupingBy(line, LinkedHashMap::new, Collectors.toList()));
        if (byLine.size() == 1) {
            return List.copyOf(byLine.keySet());
        }
        return byLine.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                                .map(seniority -> seniority.isEmpty() ? say(locale, "others") : seniority)
                                .collect(Collectors.joining(", "))
                        + ": " + entry.getKey())
                .toList();
    }

    private String ruled(String key, InForce<Integer> rule, Locale locale) {
        return say(locale, key, rule.value()) + described(rule, locale);
    }

    private static String described(InForce<?> rule, Locale locale) {
        if (rule.description().isEmpty()) {
            return "";
        }
        return " (" + new RuleText(rule.description()).in(locale) + ")";
    }

    private static @Nullable String orNull(String seniority) {
        return seniority.isEmpty() ? null : seniority;
    }

    private String say(Locale locale, String key, Object... args) {
        return messages.getMessage("announcement." + key, args, locale);
    }

    private static String date(LocalDate date, Locale locale) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }
}
