package io.konsens.agreement.progress;

import io.konsens.agreement.domain.AgreementState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the hierarchy with everything below it.
 *
 * @param id of a unit {@code u:} and its name, of a team {@code t:} and its manager's employee id, of a person {@code p:} and
 *     their employee id
 * @param name of the unit, of the team's manager, or of the person
 * @param leader who leads the unit; null where that is not one person
 * @param children units first, then teams, then people, each by name
 * @param agreement of a person; null for units and teams
 * @param days how many days, in the customer's time zone, the person's agreement has been in its step; 0 is today, null where
 *     no step is open
 * @param totals by metric, of those that can be summed
 */
public record Node(
        String id,
        Kind kind,
        String name,
        @Nullable String leader,
        List<Node> children,
        @Nullable Standing agreement,
        @Nullable Integer days,
        Counts counts,
        Map<String, Totals> totals) {

    public enum Kind {
        UNIT,
        /** People of one unit who have the same manager in it. */
        TEAM,
        PERSON
    }

    /** Of a person. */
    public Standing standing() {
        return Objects.requireNonNull(agreement);
    }

    public boolean isOverdue() {
        return counts.overdue() > 0;
    }

    public boolean isIn(AgreementState state) {
        return counts.byState().containsKey(state);
    }

    /** This place and all below it, each before what is below it. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    public Stream<Node> people() {
        return all().filter(node -> node.kind == Kind.PERSON);
    }
}
