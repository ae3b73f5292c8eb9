package io.konsens.agreement.progress;

import io.konsens.agreement.progress.Node.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of the progress that are to be seen: what the filter lets through, in places that are open. */
public final class ShownRows {

    /**
     * @param parent id of the place right above; null at the top
     * @param depth 0 at the top
     * @param matching how many people here the filter lets through
     */
    public record Row(Node node, @Nullable String parent, int depth, boolean open, int matching) {

        public boolean isPlace() {
            return node.kind() != Kind.PERSON;
        }
    }

    private final ProgressFilter filter;
    private final Predicate<Node> open;
    private final List<Row> rows = new ArrayList<>();

    private ShownRows(ProgressFilter filter, Predicate<Node> open) {
        this.filter = filter;
        this.open = open;
    }

    /** @param open which places show what is in them */
    public static List<Row> of(Progress progress, ProgressFilter filter, Predicate<Node> open) {
        ShownRows shown = new ShownRows(filter, open);
        filter.roots(progress.roots()).forEach(root -> shown.add(root, null, 0, false));
        return shown.rows;
    }

    private void add(Node node, @Nullable String parent, int depth, boolean inFoundPlace) {
        boolean found = inFoundPlace || filter.finds(node);
        int matching = matching(node, inFoundPlace);
        if (matching == 0 && (filter.hidesPeople() || node.kind() == Kind.PERSON)) {
            return;
        }
        boolean isOpen = open.test(node);
        rows.add(new Row(node, parent, depth, isOpen, matching));
        if (isOpen) {
            node.children().forEach(child -> add(child, node.id(), depth + 1, found));
        }
    }

    private int matching(Node node, boolean inFoundPlace) {
        if (node.kind() == Kind.PERSON) {
            return filter.accepts(node, inFoundPlace) ? 1 : 0;
        }
        boolean found = inFoundPlace || filter.finds(node);
        return node.children().stream()
                .mapToInt(child -> matching(child, found))
                .sum();
    }
}
