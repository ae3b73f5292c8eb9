package io.konsens.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.application.FindAgreements;
import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.domain.AgreementSummary;
import io.konsens.planning.OrderHistory;
import io.konsens.planning.Periods;
import io.konsens.planning.PlanningPeriod;
import io.konsens.platform.AsUser;
import io.konsens.platform.Groups;
import io.konsens.platform.ShiftableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first start of the demo is broken off at the very end; the second one sets it up; the third finds it there. */
@SpringBootTest(properties = {"konsens.demo=true", "camunda.bpm.job-execution.enabled=false"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    @TempDir
    private static Path data;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry properties) {
        properties.add("konsens.data-dir", () -> data.toString());
    }

    @TestConfiguration
    static class FirstStartFails {

        @Bean
        static BeanPostProcessor powerCut() {
            AtomicInteger plays = new AtomicInteger();
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof DemoStory story) {
                        return Mockito.mock(DemoStory.class, call -> {
                            story.play(call.getArgument(0));
                            if (plays.incrementAndGet() == 1) {
                                throw new PowerCut();
                            }
                            return null;
                        });
                    }
                    if (bean instanceof DemoStart start) {
                        return Mockito.mock(DemoStart.class, call -> {
                            try {
                                start.run(call.getArgument(0));
                            } catch (PowerCut expected) {
                                assertThat(plays).hasValue(1);
                            }
                            return null;
                        });
                    }
                    return bean;
                }
            };
        }
    }

    static class PowerCut extends RuntimeException {}

    @Autowired
    private DemoStart start;

    @Autowired
    private FindAgreements find;

    @Autowired
    private AsUser asUser;

    @Autowired
    private Periods periods;

    @Autowired
    private OrderHistory orderHistory;

    @Autowired
    private ShiftableClock clock;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private ManagementService managementService;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    @Order(1)
    void aStartThatIsBrokenOffLeavesNothing() {
        assertThat(periods.all()).isEmpty();
        assertThat(count("konsens.employee")).isZero();
        assertThat(count("konsens.target_agreement")).isZero();
        assertThat(identityService.createUserQuery().count()).isZero();
        assertThat(count("act_ru_execution")).isZero();
        assertThat(Duration.between(Instant.now(), clock.instant())).isLessThan(Duration.ofMinutes(1));
        assertThat(Duration.between(Instant.now(), ClockUtil.now().toInstant()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    @Order(2)
    void theNextStartSetsEverythingUp() {
        start.run(new DefaultApplicationArguments());

        assertThat(count("konsens.employee")).isEqualTo(30);
        assertThat(count("konsens.account")).isEqualTo(84);
        assertThat(count("konsens.product")).isEqualTo(40);
        assertThat(count("konsens.order_line")).isBetween(10_000L, 25_000L);
        assertThat(agreements().stream().collect(Collectors.groupingBy(AgreementSummary::state, Collectors.counting())))
                .isEqualTo(Map.of(
                        AgreementState.PLANNING, 5L,
                        AgreementState.REVIEW, 8L,
                        AgreementState.RESPONSE, 2L,
                        AgreementState.ALIGNMENT, 2L,
                        AgreementState.DISPUTE, 1L,
                        AgreementState.CONFIRMATION, 2L,
                        AgreementState.AGREED, 2L,
                        AgreementState.ASSIGNED, 1L,
                        AgreementState.WITHDRAWN, 1L));
    }

    @Test
    @Order(3)
    void anotherStartChangesNothing() {
        long events = count("konsens.negotiation_event");
        start.run(new DefaultApplicationArguments());

        assertThat(agreements()).hasSize(24);
        assertThat(count("konsens.negotiation_event")).isEqualTo(events);
    }

    @Test
    @Order(4)
    void someAreLateAndSomeNot() {
        Instant now = Instant.now();
        Set<String> late = agreements().stream()
                .filter(agreement -> agreement.state().isNegotiating())
                .filter(agreement ->
                        agreement.stepDue() != null && agreement.stepDue().isBefore(now))
                .map(AgreementSummary::repId)
                .collect(Collectors.toSet());

        assertThat(late).containsExactlyInAnyOrder("sabine", "eva", "greta");
    }

    @Test
    @Order(4)
    void nothingHappenedInTheFutureOrAtTheWeekend() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from konsens.negotiation_event where at > now() or extract(isodow from at) > 5",
                        Long.class))
                .isZero();
    }

    @Test
    @Order(4)
    void everybodyCanLogInWithTheirName() {
        List<String> logins = new ArrayList<>(List.of("admin", "petra", "frank"));
        logins.addAll(jdbc.queryForList("select login from konsens.employee", String.class));

        assertThat(logins).hasSize(33).allMatch(login -> identityService.checkPassword(login, login));
        assertThat(identityService
                        .createGroupQuery()
                        .groupMember("sabine")
                        .groupIdIn(Groups.REP, Groups.MANAGER)
                        .count())
                .isEqualTo(2);
    }

    @Test
    @Order(4)
    void theBaselineIsTheLastTwelveFullMonths() {
        PlanningPeriod period = periods.all().get(0);

        assertThat(period.baselineTo())
                .isEqualTo(period.baselineFrom().plusYears(1).minusDays(1));
        assertThat(orderHistory.baseline("anna", period)).hasSizeGreaterThan(15);
        assertThat(orderHistory.foreignOrders(period)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(distinct to_char(order_date, 'YYYY-MM')) from konsens.order_line where order_date < "
                                + "date_trunc('year', now()) and order_date <= now()",
                        Long.class))
                .isEqualTo(24);
    }

    @Test
    @Order(4)
    void modelsAreDeployedOnce() {
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("targetAgreement")
                        .count())
                .isEqualTo(1);
        assertThat(managementService.createJobQuery().noRetriesLeft().count()).isZero();
    }

    private List<AgreementSummary> agreements() {
        List<AgreementSummary> found = new ArrayList<>();
        asUser.run("petra", caller -> found.addAll(find.list(null, caller)));
        return found;
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }
}
