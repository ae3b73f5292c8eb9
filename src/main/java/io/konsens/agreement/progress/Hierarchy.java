package io.konsens.agreement.progress;

import io.konsens.agreement.progress.Node.Kind;
import io.konsens.planning.OrgUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one tree a period's agreements are summed along: org units as they lie in each other, in each unit the teams of its
 * managers as these lead each other, and the people in them. Everybody is in it exactly once, so that parts sum to the whole.
 *
 * <p>The team of whoever leads a whole unit is the unit itself: it would only show the same figures twice.
 */
final class Hierarchy {

    /** A place before it has figures. */
    static final class Branch {

        final Kind kind;
        final String id;
        /** Name of the unit, or employee id. */
        final String key;

        final String name;
        final List<Branch> children = new ArrayList<>();

        @Nullable
        String leader;

        @Nullable
        Branch parent;

        @Nullable
        Standing agreement;

        private Branch(Kind kind, String prefix, String key, String name) {
            this.kind = kind;
            this.id = prefix + key;
            this.key = key;
            this.name = name;
        }

        private boolean isBelow(Branch other) {
            for (Branch branch = this; branch != null; branch = branch.parent) {
                if (branch == other) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Map<String, Member> members;
    /** Everybody who leads somebody. */
    private final Set<String> leaders;

    private final Map<String, Branch> units = new LinkedHashMap<>();
    private final Map<String, Branch> teams = new HashMap<>();
    /** By unit, whoever leads it alone. */
    private final Map<String, Member> heads = new HashMap<>();

    Hierarchy(List<OrgUnit> orgUnits, Collection<Member> everybody) {
        members = everybody.stream().collect(Collectors.toMap(Member::employeeId, member -> member));
        leaders = everybody.stream()
                .map(Member::managerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        everybody.stream()
                .filter(member -> leaders.contains(member.employeeId()) && !isLedWithin(member))
                .collect(Collectors.groupingBy(Member::orgUnit))
                .forEach((unit, above) -> {
                    if (above.size() == 1) {
                        heads.put(unit, above.get(0));
                    }
                });
        for (OrgUnit unit : orgUnits) {
            Branch branch = new Branch(Kind.UNIT, "u:", unit.name(), unit.name());
            Member head = heads.get(unit.name());
            branch.leader = head == null ? null : head.name();
            units.put(unit.name(), branch);
            if (unit.parent() != null) {
                hang(branch, Objects.requireNonNull(units.get(unit.parent())));
            }
        }
    }

    /** @param standings every agreement of the period, by name */
    List<Branch> with(List<Standing> standings) {
        for (Standing standing : standings) {
            Member rep = Objects.requireNonNull(members.get(standing.repId()));
            Branch person = new Branch(Kind.PERSON, "p:", rep.employeeId(), rep.name());
            person.agreement = standing;
            hang(person, leadsWithin(rep) ? team(rep) : home(rep));
        }
        return units.values().stream().filter(unit -> unit.parent == null).toList();
    }

    private Branch home(Member member) {
        return isLedWithin(member)
                ? team(Objects.requireNonNull(members.get(member.managerId())))
                : Objects.requireNonNull(units.get(member.orgUnit()));
    }

    private Branch team(Member manager) {
        Branch unit = Objects.requireNonNull(units.get(manager.orgUnit()));
        if (manager.equals(heads.get(manager.orgUnit()))) {
            return unit;
        }
        Branch known = teams.get(manager.employeeId());
        if (known == null) {
            known = new Branch(Kind.TEAM, "t:", manager.employeeId(), manager.name());
            teams.put(manager.employeeId(), known);
            Branch above = home(manager);
            // Who leads each other in a circle, which no import lets pass, is in the unit, not lost.
            hang(known, above.isBelow(known) ? unit : above);
        }
        return known;
    }

    private boolean isLedWithin(Member member) {
        Member manager = member.managerId() == null ? null : members.get(member.managerId());
        return manager != null && manager.orgUnit().equals(member.orgUnit());
    }

    private boolean leadsWithin(Member member) {
        return leaders.contains(member.employeeId())
                && members.values().stream()
                        .anyMatch(other -> member.employeeId().equals(other.managerId()) && isLedWithin(other));
    }

    private static void hang(Branch branch, Branch parent) {
        branch.parent = parent;
        parent.children.add(branch);
    }
}
