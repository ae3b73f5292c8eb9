package io.konsens.agreement.progress;

import io.konsens.agreement.domain.AgreementState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which people somebody wants to see. A filter only hides: what a unit or team comes to is always the whole of it.
 *
 * @param state null for any
 * @param overdue whether only those whose step should have been done by now; null means no
 * @param orgUnit its name; only what is in it and below; null for all
 * @param manager employee id of who leads the agreement; null for anybody
 * @param search part of the rep's, manager's or a place's name, whatever the case; null for all
 */
public record ProgressFilter(
        @Nullable AgreementState state,
        @Nullable Boolean overdue,
        @Nullable String orgUnit,
        @Nullable String manager,
        @Nullable String search) {

    public static final ProgressFilter NONE = new ProgressFilter(null, null, null, null, null);

    public ProgressFilter {
        orgUnit = blankToNull(orgUnit);
        manager = blankToNull(manager);
        search = blankToNull(search);
    }

    /** Whether it hides people wherever they are. */
    public boolean hidesPeople() {
        return state != null || isOverdue() || manager != null || search != null;
    }

    public boolean isOverdue() {
        return Boolean.TRUE.equals(overdue);
    }

    /** Where to begin. */
    Stream<Node> roots(List<Node> roots) {
        return orgUnit == null
                ? roots.stream()
                : roots.stream()
                        .flatMap(Node::all)
                        .filter(node ->
                                node.kind() == Node.Kind.UNIT && node.name().equals(orgUnit));
    }

    /** @param inFoundPlace whether a place above has the name that is searched for */
    boolean accepts(Node person, boolean inFoundPlace) {
        Standing standing = person.standing();
        return (state == null || standing.state() == state)
                && (!isOverdue() || person.isOverdue())
                && (manager == null || manager.equals(standing.managerId()))
                && (search == null || inFoundPlace || isFound(standing.repName()) || isFound(standing.managerName()));
    }

    /** Whether the place itself has the name that is searched for, by its own name or its leader's. */
    boolean finds(Node place) {
        return search != null && (isFound(place.name()) || (place.leader() != null && isFound(place.leader())));
    }

    private boolean isFound(String name) {
        return name.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
