package org.childfile.care.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * A flow of minimum cost where costs are lists of numbers, and of two lists the first number that differs decides:
 *
 * <ol>
 *   <li>As many numbers as exactly fit go into one cost, and JGraphT finds a flow of the least one.
 *   <li>Arcs that no other flow of this cost uses go, and what every such flow sends is sent: what is left are the flows of
 *       this cost, no other.
 *   <li>Of those the numbers that follow are made least in the same way.
 * </ol>
 *
 * <p>Source: Ahuja, Magnanti and Orlin, Network Flows (1993), 9.3 (complementary slackness).
 */
final class LexicographicFlow {

    /** JGraphT takes a path as closed from 10⁹ on; a path in the residual network costs no more than a few arcs. */
    private static final long MOST_COST = 100_000_000;

    private static final int WITHOUT_SCALING = 1;
    private static final double EPSILON = 0.5;

    /** An arc; its costs are whole numbers from 0 on, one a level. */
    record Arc(int from, int to, int capacity, int[] costs) {}

    private final List<Arc> arcs = new ArrayList<>();
    private int nodes;

    int node() {
        return nodes++;
    }

    int nodes() {
        return nodes;
    }

    /** Adds an arc and gives its number. */
    int arc(int from, int to, int capacity, int... costs) {
        arcs.add(new Arc(from, to, capacity, costs));
        return arcs.size() - 1;
    }

    Arc arc(int number) {
        return arcs.get(number);
    }

    /**
     * The flow of every arc.
     *
     * @param supply by node, in sum 0
     * @param most by level a bound of what a whole flow can cost
     */
    int[] solve(int[] supply, long[] most) {
        int[] flow = new int[arcs.size()];
        int[] left = supply.clone();
        List<Integer> open = new ArrayList<>(
                java.util.stream.IntStream.range(0, arcs.size()).boxed().toList());
        int level = 0;
        while (level < most.length) {
            long[] weights = weights(most, level);
            open = face(open, left, flow, weights);
            level = end(weights, level);
        }
        return flow;
    }

    /** What a level weighs in one cost together with the others that fit: 0 for those that do not take part. */
    private static long[] weights(long[] most, int first) {
        int last = first;
        long product = most[first] + 1;
        while (last + 1 < most.length && product * (most[last + 1] + 1) <= MOST_COST) {
            product *= most[++last] + 1;
        }
        long[] weights = new long[most.length];
        long weight = 1;
        for (int level = last; level >= first; level--) {
            weights[level] = weight;
            weight *= most[level] + 1;
        }
        return weights;
    }

    private static int end(long[] weights, int first) {
        int level = first;
        while (level < weights.length && weights[level] > 0) {
            level++;
        }
        return level;
    }

    /** Solves for one cost; gives the arcs that the flows of this cost differ in, and sends what they have in common. */
    private List<Integer> face(List<Integer> open, int[] left, int[] flow, long[] weights) {
        if (open.stream().noneMatch(arc -> cost(arc, weights) > 0) && routed(open, flow)) {
            return open;
        }
        Graph<Integer, Integer> graph = new DirectedWeightedMultigraph<>(null, null);
        for (int node = 0; node < nodes; node++) {
            graph.addVertex(node);
        }
        for (int number : open) {
            Arc arc = arcs.get(number);
            graph.addEdge(arc.from(), arc.to(), number);
            graph.setEdgeWeight(number, (double) cost(number, weights));
        }
        CapacityScalingMinimumCostFlow<Integer, Integer> solver = new CapacityScalingMinimumCostFlow<>(WITHOUT_SCALING);
        solver.getMinimumCostFlow(new MinimumCostFlowProblemImpl<>(
                        graph, node -> left[node], number -> arcs.get(number).capacity()))
                .getFlowMap()
                .forEach((number, units) -> flow[number] = (int) Math.round(units));
        double[] potentials = new double[nodes];
        solver.getDualSolution().forEach((node, potential) -> potentials[node] = potential);
        List<Integer> tight = new ArrayList<>();
        for (int number : open) {
            Arc arc = arcs.get(number);
            double reduced = (double) cost(number, weights) + potentials[arc.to()] - potentials[arc.from()];
            if (Math.abs(reduced) < EPSILON) {
                tight.add(number);
            } else if (reduced < 0) {
                left[arc.from()] -= arc.capacity();
                left[arc.to()] += arc.capacity();
            }
        }
        return tight;
    }

    /** Whether a flow was found before: levels that cost nothing anywhere need no other. */
    private static boolean routed(List<Integer> open, int[] flow) {
        return open.isEmpty() || Arrays.stream(flow).anyMatch(units -> units > 0);
    }

    private long cost(int number, long[] weights) {
        int[] costs = arcs.get(number).costs();
        long cost = 0;
        for (int level = 0; level < costs.length; level++) {
            cost += weights[level] * costs[level];
        }
        return cost;
    }
}
