package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What blocking brought.
 *
 * @param edges pairs whose weight reaches the floor
 * @param barred pairs whose weight reaches the floor for barred ones, though different values of what one person has
 *     once keep them apart
 * @param asked by the reason the pairs that the model leaves to a person: those whose weight reaches the floor for barred
 *     ones, and those that share a value though they are no edge
 */
public record Found(Edges edges, Edges barred, SortedMap<String, Edges> asked) {

    Found() {
        this(new Edges(), new Edges(), new TreeMap<>());
    }

    void ask(String why, int a, int b, double weight) {
        asked.computeIfAbsent(why, first -> new Edges()).add(a, b, weight);
    }

    static Found all(List<Found> parts) {
        SortedMap<String, List<Edges>> asked = new TreeMap<>();
        for (Found part : parts) {
            part.asked.forEach((why, edges) ->
                    asked.computeIfAbsent(why, first -> new ArrayList<>()).add(edges));
        }
        SortedMap<String, Edges> together = new TreeMap<>();
        asked.forEach((why, edges) -> together.put(why, Edges.all(edges)));
        return new Found(
                Edges.all(parts.stream().map(Found::edges).toList()),
                Edges.all(parts.stream().map(Found::barred).toList()),
                together);
    }
}
