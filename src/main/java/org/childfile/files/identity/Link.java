package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edge between positions; since records stand in the order of their keys, so do positions.
 *
 * @param bar why the rules do not join the two; null where they may
 */
record Link(int lower, int upper, double weight, Question.@Nullable Reason bar) {

    /** The edges of a table, strongest first, equal ones in the order of their keys. */
    static List<Link> strongestFirst(LinkTable table, List<Edge> edges) {
        List<Link> links = new ArrayList<>(edges.size());
        for (Edge edge : edges) {
            int a = table.row(edge.a());
            int b = table.row(edge.b());
            links.add(new Link(Math.min(a, b), Math.max(a, b), edge.weight(), edge.bar()));
        }
        links.sort(Comparator.comparingDouble((Link link) -> -link.weight())
                .thenComparingInt(Link::lower)
                .thenComparingInt(Link::upper));
        return links;
    }
}
