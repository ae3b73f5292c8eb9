package io.konsens.planning;

import io.konsens.planning.persistence.OrganisationMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tree of org units. Employees only say which unit they are in, so the tree follows who leads whom: a unit is below
 * that of its people's managers.
 */
@Component
public class OrgUnits {

    private final OrganisationMapper mapper;

    OrgUnits(OrganisationMapper mapper) {
        this.mapper = mapper;
    }

    /** Every unit, each followed by those below it, alphabetically. */
    public List<OrgUnit> all() {
        Map<String, @Nullable String> parents = new HashMap<>();
        // Most votes first: the first parent named for a unit stays, unless that would close a circle.
        for (Vote vote : mapper.orgUnitVotes()) {
            parents.putIfAbsent(vote.unit(), null);
            if (vote.parent() != null
                    && parents.get(vote.unit()) == null
                    && !leadsTo(vote.parent(), vote.unit(), parents)) {
                parents.put(vote.unit(), vote.parent());
            }
        }
        List<OrgUnit> sorted = new ArrayList<>();
        addBelow(null, 0, parents, sorted);
        return sorted;
    }

    /** A unit and all below it, at any depth. */
    public Set<String> within(String unit) {
        return within(unit, all());
    }

    /** The same, of the units {@link #all} gave. */
    public static Set<String> within(String unit, List<OrgUnit> all) {
        Set<String> found = new HashSet<>(Set.of(unit));
        for (OrgUnit one : all) {
            if (one.parent() != null && found.contains(one.parent())) {
                found.add(one.name());
            }
        }
        return found;
    }

    /** How many people of a unit are led by somebody of another; a null parent for those who are not. */
    public record Vote(String unit, @Nullable String parent, int people) {}

    private static boolean leadsTo(@Nullable String from, String to, Map<String, @Nullable String> parents) {
        for (String unit = from; unit != null; unit = parents.get(unit)) {
            if (unit.equals(to)) {
                return true;
            }
        }
        return false;
    }

    private static void addBelow(
            @Nullable String parent, int depth, Map<String, @Nullable String> parents, List<OrgUnit> sorted) {
        Predicate<String> isBelow =
                unit -> parent == null ? parents.get(unit) == null : parent.equals(parents.get(unit));
        for (String unit : parents.keySet().stream().filter(isBelow).collect(Collectors.toCollection(TreeSet::new))) {
            sorted.add(new OrgUnit(unit, parent, depth));
            addBelow(unit, depth + 1, parents, sorted);
        }
    }
}
