package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.table.PeopleTable;

/**
 * Joins rows to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>What persons called the same is joined first, unless other verdicts keep it apart: that is a conflict.
 *   <li>Edges from the joining threshold on are taken strongest first, but for those that the model leaves to a person. Two
 *       clusters join unless a verdict, a field that one person has once, or a source that holds a person once keeps them
 *       apart, they would be more rows than the model joins by itself, or the bridge is weak: the mean weight of all
 *       pairs across is below the model's bound. What is known of no evidence between two rows counts as little as it weighs.
 *   <li>A row that fits another cluster, which can never be one with its own, almost as well as its own is taken out, and the
 *       edges are taken again without it: it may be either's.
 * </ol>
 *
 * <p>The result depends on the rows, edges and verdicts alone, not on their order.
 */
public final class Clustering {

    /** Across two large clusters, as many rows of each are looked at. */
    private static final int MOST_ACROSS = 40;

    /** One pair across never weighs more than that, for or against: one odd pair does not decide for all. */
    private static final double MOST_BITS = 30;

    private final Matcher matcher;
    private final DecisionThresholds decision;
    private final Edges edges;
    private final PairVerdicts verdicts;
    private final Scorer scorer;
    private final Set<PairVerdicts.Pair> conflicts = new TreeSet<>();

    private Clustering(Matcher matcher, Edges edges, PairVerdicts verdicts) {
        this.matcher = matcher;
        this.decision = matcher.model().decision();
        this.edges = edges;
        this.verdicts = verdicts;
        this.scorer = matcher.scorer();
    }

    /**
     * Decides.
     *
     * @param edges from the review threshold on, in any order
     */
    public static RowClusters decide(Matcher matcher, Edges edges, PairVerdicts verdicts) {
        return new Clustering(matcher, edges.strongestFirst(), verdicts).decide();
    }

    private RowClusters decide() {
        Groups first = joined(new BitSet());
        BitSet contested = contested(first);
        Groups groups = contested.isEmpty() ? first : joined(contested);
        int[] of = new int[matcher.table().rows()];
        for (int row = 0; row < of.length; row++) {
            of[row] = groups.root(row);
        }
        return new RowClusters(of, review(groups, contested), new ArrayList<>(conflicts));
    }

    private Groups joined(BitSet leftOut) {
        Groups groups = new Groups(matcher.table(), matcher.differing(), verdicts.different());
        for (PairVerdicts.Pair pair : new TreeSet<>(verdicts.same())) {
            int a = groups.root(pair.a());
            int b = groups.root(pair.b());
            if (groups.toldApart(a, b)) {
                conflicts.add(pair);
            } else if (a != b) {
                groups.unite(a, b);
            }
        }
        double join = decision.joinBits();
        for (int i = 0; i < edges.size() && edges.weight(i) >= join; i++) {
            int a = groups.root(edges.lower(i));
            int b = groups.root(edges.upper(i));
            if (a != b
                    && !leftOut.get(edges.lower(i))
                    && !leftOut.get(edges.upper(i))
                    && !groups.differ(a, b)
                    && !groups.sameSource(a, b)
                    && !groups.toldApart(a, b)
                    && free(edges.lower(i), edges.upper(i))
                    && groups.size(a) + groups.size(b) <= decision.group()
                    && holds(groups, a, b, edges.weight(i))) {
                groups.unite(a, b);
            }
        }
        return groups;
    }

    /** Whether the rules may join a pair by themselves. */
    private boolean free(int a, int b) {
        if (matcher.model().asks().isEmpty()) {
            return true;
        }
        scorer.free(a, b);
        return scorer.left() == null;
    }

    /** Whether the pairs across speak, on the whole, for one person, and none of them keeps their groups apart. */
    private boolean holds(Groups groups, int a, int b, double strongest) {
        if (groups.size(a) == 1 && groups.size(b) == 1) {
            return true;
        }
        int[] rowsOfA = groups.rows(a);
        int[] rowsOfB = groups.rows(b);
        double sum = strongest;
        int count = 1;
        for (int i = 0; i < Math.min(MOST_ACROSS, rowsOfA.length); i++) {
            for (int j = 0; j < Math.min(MOST_ACROSS, rowsOfB.length); j++) {
                sum += Math.clamp(scorer.free(rowsOfA[i], rowsOfB[j]), -MOST_BITS, MOST_BITS);
                if (scorer.leftBetweenGroups() != null) {
                    return false;
                }
                count++;
            }
        }
        return sum / count >= decision.bridge();
    }

    private BitSet contested(Groups groups) {
        double floor = Contested.floor(decision);
        BitSet decided = new BitSet();
        verdicts.same().forEach(pair -> {
            decided.set(pair.a());
            decided.set(pair.b());
        });
        return Contested.of(
                matcher.table().rows(),
                decision,
                matcher.weighing(),
                links -> {
                    for (int i = 0; i < edges.size() && edges.weight(i) >= floor; i++) {
                        int a = groups.root(edges.lower(i));
                        int b = groups.root(edges.upper(i));
                        if (a == b || (groups.differ(a, b) && !groups.toldApart(a, b))) {
                            links.link(edges.lower(i), edges.upper(i), edges.weight(i), a == b);
                        }
                    }
                },
                row -> !owns(row) && !decided.get(row));
    }

    /** Whether a row itself holds a value that one person has once; then no other can claim it. */
    private boolean owns(int row) {
        for (int field : matcher.differing()) {
            if (matcher.table().cell(row, field) != PeopleTable.NONE) {
                return true;
            }
        }
        return false;
    }

    private List<RowClusters.Review> review(Groups groups, BitSet contested) {
        List<RowClusters.Review> review = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            int a = groups.root(edges.lower(i));
            int b = groups.root(edges.upper(i));
            if (a != b && !groups.toldApart(a, b)) {
                review.add(new RowClusters.Review(
                        edges.lower(i), edges.upper(i), edges.weight(i), reason(groups, i, a, b, contested)));
            }
        }
        return review;
    }

    private RowClusters.Reason reason(Groups groups, int edge, int a, int b, BitSet contested) {
        if (contested.get(edges.lower(edge)) || contested.get(edges.upper(edge))) {
            return RowClusters.Reason.CONTESTED;
        }
        if (groups.differ(a, b)) {
            return RowClusters.Reason.VETO;
        }
        if (groups.sameSource(a, b)) {
            return RowClusters.Reason.SAME_SOURCE;
        }
        if (edges.weight(edge) < decision.joinBits()) {
            return RowClusters.Reason.UNCERTAIN;
        }
        boolean asked =
                !free(edges.lower(edge), edges.upper(edge)) || groups.size(a) + groups.size(b) > decision.group();
        return asked ? RowClusters.Reason.ASKED : RowClusters.Reason.WEAK_BRIDGE;
    }
}
