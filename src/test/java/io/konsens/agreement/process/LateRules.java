package io.konsens.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.domain.EventType;
import io.konsens.agreement.domain.LateLevel;
import io.konsens.agreement.domain.NegotiationEvent;
import io.konsens.agreement.late.LateAgreements;
import io.konsens.agreement.late.LateMark;
import io.konsens.notice.Notice;
import io.konsens.notice.NoticeKind;
import io.konsens.notice.Outbox;
import io.konsens.testing.SalesTeam;
import io.konsens.testing.Visitor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A target must not come so late that it cannot motivate any more. The period is the year 2026: half of it has passed on
 * July 2, three quarters on October 1; twenty working days before that it is September 3.
 */
abstract class LateRules extends ProcessRules {

    @Autowired
    private LateAgreements late;

    @Autowired
    private Outbox outbox;

    @LocalServerPort
    private int port;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void played_over_a_year_each_level_is_told_and_recorded_once_and_before_it_is_too_late() {
        itIs("2026-02-02");
        Negotiation negotiation = negotiation();
        List<String> story = new ArrayList<>();

        for (LocalDate day : nightsOf2026()) {
            itIs(day.toString());
            int before = negotiation.events(EventType.LATE_FOUND).size();
            late.look();
            List<NegotiationEvent> found = negotiation.events(EventType.LATE_FOUND);
            for (NegotiationEvent event : found.subList(before, found.size())) {
                story.add(day + " " + event.to() + " " + event.reason());
            }
        }

        assertThat(story)
                .containsExactly(
                        "2026-07-02 AT_RISK 2026-10-01",
                        "2026-09-03 LAST_CHANCE 2026-10-01",
                        "2026-10-01 TOO_LATE 2026-10-01");
        assertThat(told(negotiation, null)).hasSize(9);
    }

    @Test
    void the_manager_the_managers_manager_and_the_process_owners_are_told() {
        Negotiation negotiation = negotiation();
        itIs("2026-09-10");

        late.look();

        assertThat(told(negotiation, NoticeKind.TOO_LATE))
                .extracting(Notice::recipient)
                .containsExactlyInAnyOrder("m1", "b", SalesTeam.OWNER);
        assertThat(told(negotiation, NoticeKind.TOO_LATE)).allSatisfy(notice -> {
            assertThat(notice.subject())
                    .startsWith("Letzte Gelegenheit: Ziele ")
                    .endsWith("Rita Reich");
            assertThat(notice.text()).contains("vor dem 01.10.2026");
            assertThat(notice.path()).isEqualTo("/agreements/" + negotiation.id());
        });
    }

    @Test
    void an_agreement_whose_steps_would_take_too_long_is_at_risk_although_little_of_the_period_has_passed() {
        itIs("2026-02-02");
        Negotiation slow = negotiation();
        jdbc.update("update konsens.target_agreement set rounds_allowed = 15 where agreement_id = ?", slow.id());
        Negotiation usual = negotiation();

        late.look();

        assertThat(level(slow)).contains(LateLevel.AT_RISK);
        assertThat(level(usual)).isEmpty();
    }

    @Test
    void what_no_longer_stands_is_no_longer_marked_but_stays_in_the_record() {
        itIs("2026-02-02");
        Negotiation negotiation = negotiation();
        jdbc.update("update konsens.target_agreement set rounds_allowed = 15 where agreement_id = ?", negotiation.id());
        late.look();
        jdbc.update("update konsens.target_agreement set rounds_allowed = 2 where agreement_id = ?", negotiation.id());

        late.look();

        assertThat(level(negotiation)).isEmpty();
        assertThat(negotiation.events(EventType.LATE_FOUND)).hasSize(1);
    }

    @Test
    void what_is_agreed_in_time_is_left_alone() {
        Negotiation agreed = negotiation().agreed();
        itIs("2026-11-02");

        late.look();

        assertThat(agreed.events(EventType.LATE_FOUND)).isEmpty();
        assertThat(told(agreed, NoticeKind.TOO_LATE)).isEmpty();
    }

    @Test
    void several_nodes_that_look_at_once_tell_once() {
        Negotiation negotiation = negotiation();
        itIs("2026-10-05");

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(late::look),
                        CompletableFuture.runAsync(late::look),
                        CompletableFuture.runAsync(late::look))
                .join();

        assertThat(negotiation.events(EventType.LATE_FOUND)).hasSize(1);
        assertThat(told(negotiation, NoticeKind.TOO_LATE)).hasSize(3);
    }

    @Test
    void the_pages_of_the_campaign_and_of_the_agreement_show_it_with_the_date() {
        Negotiation negotiation = negotiation();
        itIs("2026-09-10");
        late.look();
        Visitor manager = Visitor.person(port, "m1");

        assertThat(manager.get("/campaign?period=" + negotiation.agreement().periodId())
                        .body())
                .contains("last chance: from Oct 1, 2026");
        assertThat(manager.get("/agreements/" + negotiation.id()).body())
                .contains("Last chance: from Oct 1, 2026 on, so much of the period has passed")
                .contains("found to be late");
    }

    /** Every fifth, and those around the days on which something happens. */
    private static List<LocalDate> nightsOf2026() {
        Set<LocalDate> near = Set.of(LocalDate.of(2026, 7, 2), LocalDate.of(2026, 9, 3), LocalDate.of(2026, 10, 1));
        return LocalDate.of(2026, 2, 2)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfYear() % 5 == 0
                        || near.contains(day)
                        || near.contains(day.plusDays(1))
                        || near.contains(day.minusDays(1)))
                .toList();
    }

    private Optional<LateLevel> level(Negotiation negotiation) {
        return late.mark(negotiation.agreement()).map(LateMark::level);
    }

    /** @param kind null for all */
    private List<Notice> told(Negotiation negotiation, @Nullable NoticeKind kind) {
        return outbox.list(new Outbox.Filter(kind, null, null), 10_000, team.caller(SalesTeam.OWNER)).stream()
                .filter(notice -> negotiation.id().equals(notice.agreementId()))
                .toList();
    }

    private void itIs(String day) {
        clock.set(LocalDateTime.parse(day + "T05:15")
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant());
    }
}
