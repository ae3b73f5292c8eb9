package io.konsens.agreement.progress;

import io.konsens.agreement.domain.Agreements.Visible;
import io.konsens.agreement.progress.Hierarchy.Branch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of a period.
 *
 * @param people null for everybody's agreements
 * @param units the org units whose expectations they may see
 */
record Sight(@Nullable Visible people, Set<String> units) {

    boolean reaches(Standing standing) {
        return people == null
                || isOwnOrBelow(standing.repId())
                || standing.managerId().equals(people.employeeId());
    }

    /** A unit they are responsible in, a team they lead or are above. */
    boolean reachesPlace(Branch place) {
        return switch (place.kind) {
            case UNIT -> units.contains(place.key);
            case TEAM -> people == null || isOwnOrBelow(place.key);
            case PERSON -> true;
        };
    }

    private boolean isOwnOrBelow(String employeeId) {
        return employeeId.equals(people.employeeId()) || people.below().contains(employeeId);
    }
}
