package io.konsens.planning;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may stand in for whom, and when: it is the first of August. */
class SubstitutionRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 8, 1);
    private static final Employee BOSS = employee("B", Role.MANAGER, null);
    private static final Employee MAX = employee("M1", Role.MANAGER, "B");
    private static final Employee MIA = employee("M2", Role.MANAGER, "B");
    private static final Employee RITA = employee("R1", Role.REP, "M1");
    private static final Employee RALF = employee("R2", Role.REP, "M1");
    private static final Employee ROSA = employee("R3", Role.REP, "B");

    @Test
    void a_colleague_stands_in_from_today_for_one_day_or_more() {
        assertThatCode(() -> request(RITA, RALF, 0, 0).check(TODAY, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> request(MAX, BOSS, 3, 30).check(TODAY, List.of())).doesNotThrowAnyException();
    }

    @Test
    void the_past_is_over_and_the_end_comes_after_the_start() {
        refused(request(RITA, RALF, -1, 5), "substitute.past");
        refused(request(RITA, RALF, 5, 4), "period.endBeforeStart");
    }

    @Test
    void nobody_stands_in_for_themselves_or_from_the_other_side_of_the_table() {
        refused(request(RITA, RITA, 0, 5), "substitute.self");
        refused(request(RITA, MAX, 0, 5), "substitute.otherSide");
    }

    @Test
    void only_a_manager_stands_in_for_a_manager() {
        refused(request(MAX, RALF, 0, 5), "substitute.notAManager");
        assertThatCode(() -> request(MAX, MIA, 0, 5).check(TODAY, List.of())).doesNotThrowAnyException();
    }

    @Test
    void one_substitute_at_a_time_but_one_after_the_other() {
        refused(request(RITA, ROSA, 5, 9), "substitute.overlaps", kept(RITA, RALF, 1, 5));
        refused(request(RITA, ROSA, 0, 1), "substitute.overlaps", kept(RITA, RALF, 1, 5));
        assertThatCode(() -> request(RITA, ROSA, 6, 9).check(TODAY, List.of(kept(RITA, RALF, 1, 5))))
                .doesNotThrowAnyException();
    }

    @Test
    void substitutes_form_no_chain() {
        refused(request(RITA, RALF, 0, 5), "substitute.awayToo", kept(RALF, ROSA, 5, 9));
        refused(request(RALF, ROSA, 5, 9), "substitute.chain", kept(RITA, RALF, 0, 5));
        assertThatCode(() -> request(RALF, ROSA, 6, 9).check(TODAY, List.of(kept(RITA, RALF, 0, 5))))
                .doesNotThrowAnyException();
    }

    @Test
    void one_may_stand_in_for_several() {
        assertThatCode(() -> request(RITA, RALF, 0, 5).check(TODAY, List.of(kept(ROSA, RALF, 0, 5))))
                .doesNotThrowAnyException();
    }

    private static void refused(SubstitutionRequest request, String code, Substitution... known) {
        assertThatThrownBy(() -> request.check(TODAY, List.of(known))).hasMessageContaining(code);
    }

    private static SubstitutionRequest request(Employee absent, Employee substitute, int first, int last) {
        return new SubstitutionRequest(absent, substitute, TODAY.plusDays(first), TODAY.plusDays(last));
    }

    private static Substitution kept(Employee absent, Employee substitute, int first, int last) {
        return new Substitution(
                "s",
                absent.employeeId(),
                absent.name(),
                substitute.employeeId(),
                substitute.name(),
                TODAY.plusDays(first),
                TODAY.plusDays(last),
                absent.login(),
                Instant.EPOCH,
                null);
    }

    private static Employee employee(String id, Role role, @Nullable String managerId) {
        return new Employee(id, id.toLowerCase(), id, "", role, managerId, "Sales", null, null, null, null);
    }
}
