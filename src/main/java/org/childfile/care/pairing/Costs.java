package org.childfile.care.pairing;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What pairs cost, term by term, in the order in which the terms decide.
 *
 * @param order every term once
 */
record Costs(List<Term> order, Neighbours neighbours) {

    Costs {
        order = List.copyOf(order);
    }

    /** The cost of a pair, the terms in order; of a mother who is within reach. */
    int[] of(Need need, Mother mother) {
        int[] costs = new int[order.size()];
        int distance = neighbours.distance(need.place(), mother.places());
        for (int i = 0; i < costs.length; i++) {
            costs[i] = switch (order.get(i)) {
                case STANDING -> need.standing() == null || need.standing().equals(mother.volunteerId()) ? 0 : 1;
                case DISTANCE -> distance;
                case SKILLS -> need.skills().isEmpty() || !Collections.disjoint(need.skills(), mother.skills()) ? 0 : 1;
                case WORKLOAD -> mother.pairs();
                case CONTINUITY -> need.known().contains(mother.volunteerId()) ? 0 : 1;
            };
        }
        return costs;
    }

    int place(Term term) {
        return order.indexOf(term);
    }

    boolean withinReach(Need need, Mother mother) {
        return neighbours.distance(need.place(), mother.places()) != Neighbours.OUT_OF_REACH;
    }

    /** Compares two costs. */
    static int compare(int[] a, int[] b) {
        return Arrays.compare(a, b);
    }

    /** Which skills somebody needs. */
    static List<String> skills(List<Need> needs) {
        return needs.stream()
                .flatMap(need -> need.skills().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
