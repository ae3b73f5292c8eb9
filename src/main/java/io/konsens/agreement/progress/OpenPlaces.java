package io.konsens.agreement.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which places show what is in them, as an address can carry it: {@code open=u:Sales&open=t:M1}, or {@code open=all} without
 * some that are {@code closed}.
 */
public record OpenPlaces(boolean all, List<String> nodes) implements Predicate<Node> {

    private static final String ALL = "all";

    public static final OpenPlaces EVERYWHERE = new OpenPlaces(true, List.of());

    /** @return null if the address does not say */
    public static @Nullable OpenPlaces in(MultiValueMap<String, String> parameters) {
        List<String> open = parameters.get("open");
        if (open == null) {
            return null;
        }
        return open.contains(ALL)
                ? new OpenPlaces(true, parameters.getOrDefault("closed", List.of()))
                : new OpenPlaces(false, open);
    }

    /** What is seen first: the first level, or all of it if somebody looks for something. */
    public static OpenPlaces atFirst(Progress progress, ProgressFilter filter) {
        return filter.hidesPeople()
                ? EVERYWHERE
                : new OpenPlaces(
                        false, filter.roots(progress.roots()).map(Node::id).toList());
    }

    @Override
    public boolean test(Node node) {
        return all != nodes.contains(node.id());
    }

    /** With this place opened if it was closed, and closed if it was open. */
    public OpenPlaces toggled(String node) {
        List<String> changed = new ArrayList<>(nodes);
        if (!changed.remove(node)) {
            changed.add(node);
        }
        return new OpenPlaces(all, changed);
    }

    /** How an address says it. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (all) {
            parameters.put("open", List.of(ALL));
            parameters.put("closed", nodes);
        } else {
            // An empty one says that everything is closed.
            parameters.put("open", nodes.isEmpty() ? List.of("") : nodes);
        }
        return parameters;
    }
}
