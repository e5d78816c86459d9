package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.childfile.linkage.model.DecisionThresholds;
import org.childfile.linkage.model.ReviewRules;
import org.childfile.linkage.table.Ints;
import org.jspecify.annotations.Nullable;

/**
 * Joins rows to persons, on the cluster and not only pair by pair:
 *
 * <ol>
 *   <li>What persons called one is one from the start, whatever the rules say.
 *   <li>Edges of at least the joining weight are taken strongest first (equal ones in the order of their rows), but for those
 *       with a bar.
 *   <li>Two clusters are not joined that hold rows which persons called two.
 *   <li>Nor are two parts that hold different values of what one person has once, or rows of one source where a source holds a
 *       person once, or between which only a weak bridge stands: the mean weight of all pairs across is below the model's
 *       bound, or one of them keeps groups apart. A part is what the rules joined; a cluster may be several parts that persons
 *       called one, each of which goes on growing by itself.
 *   <li>A row without such a value of its own that fits two clusters which cannot be one about equally well is taken out and
 *       left to a person: it may be either's.
 *   <li>Of what would be more rows than the model joins without a person only those stay together that share such a value; what
 *       is still too many is left apart altogether.
 * </ol>
 *
 * <p>The result depends on the rows, edges and verdicts alone, not on their order.
 */
public final class Clustering {

    /** Across two large parts, as many rows of each are looked at. */
    private static final int MOST_ACROSS = 40;

    /** One pair across never weighs more than that, for or against: one odd pair does not decide for all. */
    private static final double MOST_BITS = 30;

    private final int rows;
    private final Edges edges;
    private final RowVerdicts verdicts;
    private final Matcher matcher;
    private final Scorer scorer;
    private final DecisionThresholds decision;
    private final double join;
    /** Whether a pair may keep the groups of its rows apart. */
    private final boolean pairsPart;

    private Groups groups;
    /** The rows that no edge joins, as they may be another's. */
    private BitSet contested = new BitSet();
    /** The rows that shared values alone join. */
    private BitSet crowd = new BitSet();
    /** The rows that no edge joins, as there are too many of them. */
    private BitSet apart = new BitSet();

    private Clustering(Matcher matcher, Edges edges, RowVerdicts verdicts) {
        this.rows = matcher.table().rows();
        this.edges = edges;
        this.verdicts = verdicts;
        this.matcher = matcher;
        this.scorer = matcher.scorer();
        this.decision = matcher.model().decision();
        this.join = decision.joinBits();
        this.pairsPart =
                matcher.model().asks().stream().anyMatch(ask -> ask instanceof ReviewRules.Met met && met.groups());
        this.groups = new Groups(matcher.table(), matcher.differing(), verdicts);
    }

    /**
     * Decides.
     *
     * @param edges from the review threshold on, in any order
     */
    public static RowClusters decide(Matcher matcher, Edges edges, RowVerdicts verdicts) {
        return new Clustering(matcher, edges.strongestFirst(), verdicts).decide();
    }

    private RowClusters decide() {
        joinEdges();
        contested = contested();
        crowd = tooMany();
        if (!contested.isEmpty() || !crowd.isEmpty()) {
            joinAnew();
        }
        apart = tooMany();
        if (!apart.isEmpty()) {
            joinAnew();
        }
        int[] of = new int[rows];
        for (int row = 0; row < rows; row++) {
            of[row] = groups.person(row);
        }
        List<RowClusters.Review> review = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            String reason = of[edges.lower(i)] == of[edges.upper(i)] ? null : reason(i);
            if (reason != null) {
                review.add(new RowClusters.Review(edges.lower(i), edges.upper(i), edges.weight(i), reason));
            }
        }
        return new RowClusters(of, review);
    }

    private void joinAnew() {
        groups = new Groups(matcher.table(), matcher.differing(), verdicts);
        joinEdges();
    }

    private void joinEdges() {
        for (int i = 0; i < edges.size() && edges.weight(i) >= join; i++) {
            int a = groups.part(edges.lower(i));
            int b = groups.part(edges.upper(i));
            if (a != b
                    && edges.bar(i) == null
                    && !excepted(i)
                    && !groups.keptApart(a, b)
                    && !groups.differ(a, b)
                    && !groups.sameSource(a, b)
                    && parting(a, b, edges.weight(i)) == null) {
                groups.unite(a, b);
            }
        }
    }

    private boolean excepted(int edge) {
        return either(contested, edge) || either(apart, edge) || (either(crowd, edge) && !sharing(edge));
    }

    private boolean either(BitSet some, int edge) {
        return some.get(edges.lower(edge)) || some.get(edges.upper(edge));
    }

    private boolean sharing(int edge) {
        return groups.sharing(edges.lower(edge), edges.upper(edge));
    }

    /** The rows of parts that are larger than what the model joins without a person. */
    private BitSet tooMany() {
        BitSet found = new BitSet();
        for (int row = 0; row < rows && decision.group() < rows; row++) {
            if (groups.size(groups.part(row)) > decision.group()) {
                found.set(row);
            }
        }
        return found;
    }

    /**
     * Why the pairs across do not, on the whole, speak for one person; null where they do.
     *
     * @param strongest the weight of the edge that brings the two parts together
     */
    private @Nullable String parting(int a, int b, double strongest) {
        if (groups.size(a) == 1 && groups.size(b) == 1) {
            return null;
        }
        int[] rowsOfA = groups.rows(a);
        int[] rowsOfB = groups.rows(b);
        double sum = strongest;
        int count = 1;
        for (int i = 0; i < Math.min(MOST_ACROSS, rowsOfA.length); i++) {
            for (int j = 0; j < Math.min(MOST_ACROSS, rowsOfB.length); j++) {
                sum += Math.clamp(scorer.free(rowsOfA[i], rowsOfB[j]), -MOST_BITS, MOST_BITS);
                count++;
                String called = scorer.leftBetweenGroups();
                if (called != null) {
                    return called;
                }
            }
        }
        return sum / count >= decision.bridge() ? null : RowClusters.WEAK_BRIDGE;
    }

    /** What the model calls a pair that keeps the parts of an edge apart; a weak bridge where there is none. */
    private String parted(int edge) {
        String parting = pairsPart
                ? parting(groups.part(edges.lower(edge)), groups.part(edges.upper(edge)), edges.weight(edge))
                : null;
        return parting == null ? RowClusters.WEAK_BRIDGE : parting;
    }

    private boolean contradicted(int edge) {
        return groups.differ(groups.part(edges.lower(edge)), groups.part(edges.upper(edge)));
    }

    private BitSet contested() {
        double floor = join - decision.clear();
        Ints inside = new Ints(1 << 10);
        Ints across = new Ints(1 << 10);
        for (int i = 0; i < edges.size() && edges.weight(i) >= floor; i++) {
            if (edges.bar(i) == null) {
                if (groups.person(edges.lower(i)) == groups.person(edges.upper(i))) {
                    inside.add(i);
                } else if (!groups.keptApart(edges.lower(i), edges.upper(i)) && never(i)) {
                    across.add(i);
                }
            }
        }
        BitSet found = Contested.of(rows, edges, inside, across, scorer, decision.clear());
        // Nobody else can claim what holds a value of its own, or what a person decided about.
        found.stream().filter(row -> groups.owns(row) || verdicts.joins(row)).forEach(found::clear);
        return found;
    }

    /** Whether the parts of an edge can never be one: by their values, or by a pair of their rows. */
    private boolean never(int edge) {
        return contradicted(edge) || !parted(edge).equals(RowClusters.WEAK_BRIDGE);
    }

    /** Why the rules did not join the two clusters of an edge, and a person is asked; null where nobody is. */
    private @Nullable String reason(int edge) {
        if (groups.keptApart(edges.lower(edge), edges.upper(edge))) {
            return null;
        }
        if (edges.bar(edge) != null) {
            return edges.bar(edge);
        }
        if (contradicted(edge) || groups.sameSource(groups.part(edges.lower(edge)), groups.part(edges.upper(edge)))) {
            return null;
        }
        if (either(apart, edge)) {
            return RowClusters.GROUP_TOO_LARGE;
        }
        if (sharing(edge)) {
            return RowClusters.ONE_NUMBER;
        }
        if (either(contested, edge)) {
            return RowClusters.CONTESTED;
        }
        if (edges.weight(edge) < join) {
            return RowClusters.BETWEEN_THRESHOLDS;
        }
        return either(crowd, edge) ? RowClusters.GROUP_TOO_LARGE : parted(edge);
    }
}
