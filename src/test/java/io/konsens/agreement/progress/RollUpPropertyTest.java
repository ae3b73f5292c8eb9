package io.konsens.agreement.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.konsens.agreement.domain.AgreementState;
import io.konsens.agreement.progress.Node.Kind;
import io.konsens.platform.Caller;
import io.konsens.platform.Groups;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever the organisation looks like and however far its agreements are: parts sum to the whole to the cent, at every
 * level, and the whole is what the lines say one by one.
 */
@ProgressTest
class RollUpPropertyTest {

    private static final String PERIOD = "2027";
    private static final Caller OWNER = new Caller("owner", Set.of(Groups.PROCESS_OWNER));
    private static final List<Function<Figures, BigDecimal>> SUMS = List.of(
            Figures::baseline,
            Figures::plannedBaseline,
            Figures::plan,
            Figures::proposal,
            Figures::agreed,
            Figures::setByManagement,
            Figures::quota);

    @Autowired
    private FindProgress find;

    @Autowired
    private JdbcTemplate jdbc;

    private final List<WrittenAgreement> agreements = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_sum_to_the_whole_to_the_cent(long seed) {
        generate(new Random(seed));

        Progress progress = find.of(PERIOD, OWNER);

        List<String> people = progress.all()
                .filter(node -> node.kind() == Kind.PERSON)
                .map(Node::id)
                .toList();
        assertThat(people)
                .as("everybody exactly once")
                .containsExactlyInAnyOrderElementsOf(agreements.stream()
                        .map(agreement -> "p:" + agreement.rep)
                        .toList());
        progress.all().filter(node -> node.kind() != Kind.PERSON).forEach(this::isTheSumOfItsParts);
        for (String metric : List.of("revenue", "new_customers")) {
            for (int i = 0; i < SUMS.size(); i++) {
                assertSame(sum(progress.roots().stream(), metric, SUMS.get(i)), expected(metric, i), metric + " " + i);
            }
        }
    }

    private void isTheSumOfItsParts(Node place) {
        place.totals().forEach((metric, totals) -> {
            for (Function<Figures, BigDecimal> figure : SUMS) {
                assertSame(
                        figure.apply(totals.figures()),
                        sum(place.children().stream(), metric, figure),
                        place.id() + " " + metric);
            }
            assertThat(totals.figures().openLines())
                    .isEqualTo(place.children().stream()
                            .mapToInt(child ->
                                    child.totals().get(metric).figures().openLines())
                            .sum());
            if (totals.expectation() != null && totals.handedDown() != null) {
                assertSame(
                        totals.handedDown(),
                        totals.expectation().add(totals.overAssignment()),
                        "over-assignment of " + place.id());
            }
        });
    }

    private static BigDecimal sum(Stream<Node> nodes, String metric, Function<Figures, BigDecimal> figure) {
        return nodes.map(node -> figure.apply(node.totals().get(metric).figures()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /** Line by line, in plain words of the rules. */
    private BigDecimal expected(String metric, int figure) {
        return agreements.stream()
                .filter(agreement -> agreement.state != AgreementState.WITHDRAWN)
                .flatMap(agreement -> agreement.lines.stream()
                        .filter(line -> line.metric().equals(metric))
                        .map(line -> figure(agreement, line, figure)))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static BigDecimal figure(WrittenAgreement agreement, WrittenAgreement.Line line, int figure) {
        BigDecimal planned = line.setBy().equals("REP") ? line.plan() : line.proposal();
        boolean reviewed = switch (agreement.state) {
            case PLANNING -> false;
            case REVIEW -> agreement.round > 1;
            default -> true;
        };
        BigDecimal position = line.proposal() != null ? line.proposal() : reviewed ? line.plan() : null;
        return switch (figure) {
            case 0 -> line.baseline();
            case 1 -> planned == null ? null : line.baseline();
            case 2 -> planned;
            case 3 -> position;
            case 4 ->
                agreement.state == AgreementState.AGREED || agreement.state == AgreementState.HANDED_OVER
                        ? line.agreed()
                        : null;
            case 5 -> agreement.state == AgreementState.ASSIGNED ? line.agreed() : null;
            default -> agreement.state.isFrozen() ? line.agreed() : position;
        };
    }

    private static void assertSame(BigDecimal one, BigDecimal other, String what) {
        if (other == null) {
            assertThat(one).as(what).isNull();
        } else {
            assertThat(one).as(what).isEqualByComparingTo(other);
        }
    }

    /** Up to seven levels, in which a manager's people are in the manager's unit, or in one of their own. */
    private void generate(Random random) {
        agreements.clear();
        jdbc.update(
                "insert into konsens.planning_period"
                        + " values (?, '2027-01-01', '2027-12-31', 'EUR', '2026-01-01', '2026-12-31')",
                PERIOD);
        List<String> ids = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            int above = i == 0 ? -1 : Math.max(0, i - 1 - random.nextInt(12));
            String unit = above >= 0 && random.nextInt(3) > 0 ? units.get(above) : "Unit " + i;
            ids.add("E" + i);
            units.add(unit);
            jdbc.update(
                    "insert into konsens.employee (employee_id, login, name, email, role, manager_id, org_unit)"
                            + " values (?, lower(?), ?, '', 'manager', ?, ?)",
                    "E" + i,
                    "E" + i,
                    "Name " + i,
                    above < 0 ? null : ids.get(above),
                    unit);
            if (above >= 0 && random.nextInt(4) > 0) {
                agreement(random, "E" + i, ids.get(above)).write(jdbc, PERIOD);
            }
        }
        for (String unit : Set.copyOf(units)) {
            if (random.nextBoolean()) {
                jdbc.update(
                        "insert into konsens.expectation values (?, ?, 'revenue', ?, 'owner', now())",
                        PERIOD,
                        unit,
                        cents(random));
            }
        }
    }

    private WrittenAgreement agreement(Random random, String rep, String manager) {
        AgreementState[] states = AgreementState.values();
        WrittenAgreement agreement =
                new WrittenAgreement(rep, manager, states[random.nextInt(states.length)], 1 + random.nextInt(2));
        for (int i = random.nextInt(12); i > 0; i--) {
            boolean money = random.nextInt(4) > 0;
            agreement.line(new WrittenAgreement.Line(
                    money ? "revenue" : "new_customers",
                    random.nextInt(6) > 0 ? "REP" : "MANAGER",
                    figure(random, money),
                    figure(random, money),
                    figure(random, money),
                    random.nextBoolean() ? "ACCEPT" : random.nextBoolean() ? "REJECT" : null,
                    figure(random, money)));
        }
        agreements.add(agreement);
        return agreement;
    }

    private static BigDecimal figure(Random random, boolean money) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        return money ? cents(random) : new BigDecimal(random.nextInt(9));
    }

    private static BigDecimal cents(Random random) {
        return BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 2);
    }
}
