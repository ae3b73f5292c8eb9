package io.konsens.agreement.guidance.web;

import static java.util.stream.Collectors.toMap;

import io.konsens.agreement.application.Metrics;
import io.konsens.agreement.domain.Agreements;
import io.konsens.agreement.domain.Unit;
import io.konsens.agreement.guidance.LineHistory;
import io.konsens.agreement.guidance.TeamGuidance;
import io.konsens.agreement.guidance.TeamStanding;
import io.konsens.agreement.web.Amounts;
import io.konsens.platform.Caller;
import io.konsens.platform.CurrentCaller;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** All that stands beside the figures of one agreement, in one answer, so that figures need not wait for it. */
@RestController
class GuidanceController {

    private final LineHistory history;
    private final TeamGuidance team;
    private final Agreements agreements;
    private final Metrics metrics;
    private final CurrentCaller caller;

    GuidanceController(
            LineHistory history, TeamGuidance team, Agreements agreements, Metrics metrics, CurrentCaller caller) {
        this.history = history;
        this.team = team;
        this.agreements = agreements;
        this.metrics = metrics;
        this.caller = caller;
    }

    /**
     * @param months such as 2026-03, oldest first
     * @param history by line id: a figure for each month; without lines that were never ordered
     * @param notes by line id: how many; without lines that have none
     */
    record GuidanceView(
            List<String> months, Map<String, List<String>> history, Map<String, Integer> notes, List<TeamView> team) {}

    /** Figures are strings with a dot; see {@link TeamStanding}. */
    record TeamView(
            String metric,
            String orgUnit,
            String expected,
            @Nullable String standing,
            String gap,
            int openLines) {

        static TeamView of(TeamStanding team, Unit unit) {
            return new TeamView(
                    team.metric(),
                    team.orgUnit(),
                    Amounts.written(team.expected(), unit),
                    Amounts.write(team.standing(), unit),
                    Amounts.written(team.gap(), unit),
                    team.openLines());
        }
    }

    @GetMapping("/api/v1/agreements/{id}/guidance")
    GuidanceView guidance(@PathVariable String id) {
        Caller me = caller.get();
        LineHistory.Months months = history.of(id, me);
        return new GuidanceView(
                months.months().stream().map(YearMonth::toString).toList(),
                months.byLine().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                line -> line.getValue().stream()
                                        .map(BigDecimal::toPlainString)
                                        .toList())),
                agreements.noteCounts(id),
                team.of(id, me).stream()
                        .map(one -> TeamView.of(
                                one, metrics.byId().get(one.metric()).unit()))
                        .toList());
    }
}
