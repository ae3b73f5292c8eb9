package io.konsens.agreement.progress.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.Metric;
import io.konsens.agreement.progress.Node;
import io.konsens.agreement.progress.Progress;
import io.konsens.agreement.progress.ProgressFilter;
import io.konsens.agreement.web.Amounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the charts draw: the places right below what somebody looks at. */
@Component
class ChartData {

    /** Of more bars than this nobody compares any two. */
    private static final int MOST_PLACES = 20;

    /** Ten states would be ten patterns: these are what a director asks for. */
    private static final Map<String, List<AgreementState>> PHASES = new LinkedHashMap<>();

    static {
        PHASES.put("planning", List.of(AgreementState.PLANNING));
        PHASES.put("review", List.of(AgreementState.REVIEW, AgreementState.RESPONSE));
        PHASES.put("talk", List.of(AgreementState.ALIGNMENT, AgreementState.DISPUTE));
        PHASES.put("confirmation", List.of(AgreementState.CONFIRMATION));
        PHASES.put("done", List.of(AgreementState.AGREED, AgreementState.HANDED_OVER, AgreementState.ASSIGNED));
    }

    private final ObjectMapper json;
    private final MessageSource messages;

    ChartData(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** @param values one for each label: an amount as a string with a dot, or a number of agreements; null for no bar */
    record Series(String name, List<@Nullable Object> values) {}

    record Charts(List<String> labels, List<Series> figures, List<Series> phases) {}

    /**
     * @param people whether people are compared, whose agreement is in one state: no use to draw it
     * @param json {@link Charts}
     */
    public record Chart(boolean people, String json) {}

    /** Null where there is nothing to compare. */
    @Nullable
    Chart of(Progress progress, ProgressFilter filter, Metric metric, Locale locale) {
        List<Node> places = places(progress, filter);
        if (places.size() < 2 || places.size() > MOST_PLACES) {
            return null;
        }
        try {
            boolean people = places.stream().allMatch(place -> place.kind() == Node.Kind.PERSON);
            return new Chart(
                    people,
                    json.writeValueAsString(new Charts(
                            places.stream().map(Node::name).toList(),
                            figures(places, metric, locale),
                            PHASES.entrySet().stream()
                                    .map(phase -> new Series(
                                            text("progress.phase." + phase.getKey(), locale),
                                            places.stream()
                                                    .<@Nullable Object>map(place -> count(place, phase.getValue()))
                                                    .toList()))
                                    .toList())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Node> places(Progress progress, ProgressFilter filter) {
        List<Node> roots = filter.orgUnit() == null
                ? progress.roots()
                : progress.all()
                        .filter(node ->
                                node.kind() == Node.Kind.UNIT && node.name().equals(filter.orgUnit()))
                        .toList();
        return roots.size() == 1 ? roots.get(0).children() : roots;
    }

    private List<Series> figures(List<Node> places, Metric metric, Locale locale) {
        return Stream.of("baseline", "plan", "agreed", "expectation")
                .map(figure -> new Series(
                        text("progress.column." + figure, locale),
                        places.stream()
                                .map(place -> place.totals().get(metric.metricId()))
                                .<@Nullable Object>map(totals -> Amounts.write(
                                        switch (figure) {
                                            case "baseline" -> totals.figures().baseline();
                                            case "plan" -> totals.figures().plan();
                                            case "agreed" -> totals.figures().agreed();
                                            default -> totals.expectation();
                                        },
                                        metric.unit()))
                                .toList()))
                .filter(series -> series.values().stream().anyMatch(Objects::nonNull))
                .toList();
    }

    private static int count(Node place, List<AgreementState> phase) {
        return phase.stream()
                .mapToInt(state ->
                        Optional.ofNullable(place.counts().byState().get(state)).orElse(0))
                .sum();
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
