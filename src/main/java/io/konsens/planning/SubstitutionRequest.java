package io.konsens.planning;

import io.konsens.platform.Problem;
import io.konsens.platform.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Somebody is to stand in for somebody else.
 *
 * @param first day, inclusive
 * @param last day, inclusive
 */
record SubstitutionRequest(Employee absent, Employee substitute, LocalDate first, LocalDate last) {

    /**
     * A substitution lies ahead, stands alone, and forms no chain: who stands in for somebody is there, and nobody else
     * stands in for them meanwhile. Managers decide about their people's targets, so only managers stand in for them; and a
     * rep's own manager sits on the other side of the table.
     *
     * @param known those of either person that are not over
     * @throws Refusal INVALID, or CONFLICT with other substitutions, naming everything that is wrong
     */
    void check(LocalDate today, List<Substitution> known) {
        List<Problem> problems = new ArrayList<>();
        if (last.isBefore(first)) {
            problems.add(new Problem(null, "to", "period.endBeforeStart"));
        }
        if (first.isBefore(today)) {
            problems.add(new Problem(null, "from", "substitute.past", first));
        }
        if (substitute.employeeId().equals(absent.employeeId())) {
            problems.add(new Problem(null, "substituteId", "substitute.self"));
        } else if (substitute.employeeId().equals(absent.managerId()) && absent.role() == Role.REP) {
            problems.add(new Problem(null, "substituteId", "substitute.otherSide", substitute.name(), absent.name()));
        } else if (absent.role() == Role.MANAGER && substitute.role() != Role.MANAGER) {
            problems.add(new Problem(null, "substituteId", "substitute.notAManager", substitute.name(), absent.name()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
        none(known, one -> one.absentId().equals(absent.employeeId()), "substitute.overlaps");
        none(known, one -> one.absentId().equals(substitute.employeeId()), "substitute.awayToo");
        none(known, one -> one.substituteId().equals(absent.employeeId()), "substitute.chain");
    }

    private void none(List<Substitution> known, Predicate<Substitution> which, String code) {
        known.stream()
                .filter(which)
                .filter(one -> one.overlaps(first, last))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.conflict(code, one.absentName(), one.substituteName(), one.firstDay(), one.lastDay());
                });
    }
}
