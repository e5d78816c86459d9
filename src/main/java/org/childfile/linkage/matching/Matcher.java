package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import org.childfile.linkage.model.Comparison;
import org.childfile.linkage.model.Level;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.model.Veto;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.Workers;
import org.jspecify.annotations.Nullable;

/** Compares the rows of a table by a model. What it finds depends neither on the order of rows nor on the threads. */
public final class Matcher {

    private final LinkModel model;
    private final PeopleTable table;
    private final int threads;
    private final Blocking blocking;
    private final List<List<Probe>> probes;
    private final Weights weights;

    private Matcher(LinkModel model, PeopleTable table, int threads, Blocking blocking, List<List<Probe>> probes) {
        this.model = model;
        this.table = table;
        this.threads = threads;
        this.blocking = blocking;
        this.probes = probes;
        this.weights = new Weights(model, table);
    }

    /** Makes ready what pairs of the table need; the blocking is then known, and no pair was compared yet. */
    public static Matcher of(LinkModel model, PeopleTable table, int threads) {
        return new Matcher(model, table, threads, Blocking.of(table, threads), probes(model, table));
    }

    private static List<List<Probe>> probes(LinkModel model, PeopleTable table) {
        Features.Shared features = new Features.Shared();
        return model.comparisons().stream()
                .map(comparison -> Probe.of(comparison, table, features))
                .toList();
    }

    /**
     * For pairs that another engine brings; there is no blocking.
     *
     * @param part rows of a larger table
     */
    public static Matcher ofPart(LinkModel model, PeopleTable part) {
        return new Matcher(model, part, 1, Blocking.none(part), probes(model, part));
    }

    /** The same table and blocks under the weights of a learned model. */
    public Matcher learned(LinkModel learned) {
        return new Matcher(learned, table, threads, blocking, probes);
    }

    public LinkModel model() {
        return model;
    }

    public PeopleTable table() {
        return table;
    }

    /** What blocking will cost. */
    public BlockingReport blocking() {
        return blocking.report();
    }

    /** Learns the weights; see {@link TrainingOptions}. */
    public Training train(TrainingOptions options) {
        return Trainer.train(model, options, new TrainingPairs(table, blocking, this::scorer, threads));
    }

    /**
     * The pairs that blocking brings and whose weight reaches a floor, those that the model leaves to a person with their bar;
     * those of a veto never do.
     *
     * @param fresh rows of which each pair must have one; null for all pairs
     * @param floor in bits
     * @param progress is told, now and then, how many pairs were looked at
     */
    public Edges pairs(@Nullable BitSet fresh, double floor, LongConsumer progress) {
        return compare(fresh, floor, Double.POSITIVE_INFINITY, progress);
    }

    /**
     * As {@link #pairs}, but of those that the model leaves to a person only those whose weight reaches the floor for barred
     * ones; with them, barred, the pairs of at least that weight that only differing values keep apart and about which the model
     * has a person asked, and those that share a value though they are no edge.
     *
     * @param barredFloor in bits; infinite where those are not asked for
     */
    public Edges compare(@Nullable BitSet fresh, double floor, double barredFloor, LongConsumer progress) {
        if (!model.learned()) {
            throw new IllegalStateException(model.file() + ": the weights are not learned yet");
        }
        List<Blocking.Task> tasks = blocking.tasks();
        @Nullable Edges[] found = new Edges[tasks.size()];
        LongAdder looked = new LongAdder();
        Workers.run(tasks.size(), threads, () -> {
            Scorer scorer = scorer();
            long[] count = new long[1];
            return number -> {
                Edges part = new Edges();
                count[0] = 0;
                blocking.pairs(tasks.get(number), fresh, (a, b, rule, first) -> {
                    count[0]++;
                    compare(scorer, a, b, floor, barredFloor, part);
                });
                found[number] = part;
                looked.add(count[0]);
                progress.accept(looked.sum());
            };
        });
        return Edges.all(Arrays.stream(found).map(Objects::requireNonNull).toList());
    }

    /** Compares pair after pair; for one thread. */
    public interface Comparer {
        /** Adds a pair to the edges if it is one; floors as {@link #compare} has them. */
        void compare(int a, int b, double floor, double barredFloor, Edges edges);
    }

    /** For pairs that another engine brings. */
    public Comparer comparer() {
        Scorer scorer = scorer();
        return (a, b, floor, barredFloor, edges) -> compare(scorer, a, b, floor, barredFloor, edges);
    }

    /** The levels of all comparisons of pair after pair, as one number; for one thread. */
    public LongBinaryOperator patterns() {
        Scorer scorer = scorer();
        return (a, b) -> scorer.pattern((int) a, (int) b);
    }

    private static void compare(Scorer scorer, int a, int b, double floor, double barredFloor, Edges part) {
        double weight = scorer.weight(a, b, floor);
        boolean asking = barredFloor < Double.POSITIVE_INFINITY;
        if (weight != Scorer.OUT) {
            String left = scorer.left();
            if (left == null || !asking || weight >= barredFloor) {
                part.add(a, b, weight, left);
            }
        } else if (asking) {
            apart(scorer, a, b, barredFloor, part);
        }
    }

    /** Takes note of a pair that is no edge and about which a person is asked all the same. */
    private static void apart(Scorer scorer, int a, int b, double barredFloor, Edges part) {
        String sharing = scorer.sharing(a, b);
        if (sharing != null) {
            part.add(a, b, scorer.free(a, b), sharing);
        } else if (scorer.differing(a, b)) {
            double free = scorer.free(a, b);
            if (free >= barredFloor && scorer.asked(a, b)) {
                part.add(a, b, free, Edges.DIFFERENT_NUMBERS);
            }
        }
    }

    /** All pairs from the review threshold on. */
    public Edges pairs() {
        return pairs(null, model.decision().reviewBits(), looked -> {});
    }

    /** Whether some rule of blocking brings a pair. */
    public boolean brings(int a, int b) {
        return blocking.brings(a, b);
    }

    /** Why two rows are one person, or are not. */
    public WeightBreakdown explain(int a, int b) {
        return explain(scorer(), a, b);
    }

    /** Explains pair after pair; for one thread. */
    public interface Explainer {
        /** Why two rows are one person, or are not. */
        WeightBreakdown explain(int a, int b);
    }

    /** For many explanations; what they need is made ready once. */
    public Explainer explainer() {
        Scorer scorer = scorer();
        return (a, b) -> explain(scorer, a, b);
    }

    private WeightBreakdown explain(Scorer scorer, int a, int b) {
        List<WeightBreakdown.Step> steps = new ArrayList<>();
        double weight = scorer.free(a, b);
        double total = weights.prior;
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            int level = scorer.level(c);
            double bits = scorer.counted(c);
            total += bits + scorer.rarity(c);
            String label = level == comparison.levels().size()
                    ? noEvidence(comparison, a, b)
                    : comparison.levels().get(level).label();
            steps.add(new WeightBreakdown.Step(comparison.name(), label, bits, scorer.rarity(c), total));
        }
        String left = scorer.left();
        return new WeightBreakdown(
                weights.prior, steps, weight, model.decision(), veto(scorer, a, b), left == null ? "" : left);
    }

    private String noEvidence(Comparison comparison, int a, int b) {
        return table.onlyCommon(a, b, model.position(comparison.of())) ? Level.COMMON : Level.MISSING;
    }

    private String veto(Scorer scorer, int a, int b) {
        int differ = 0;
        int met = 0;
        for (Veto veto : model.vetoes()) {
            boolean stands = switch (veto) {
                case Veto.Differ field -> {
                    int position = weights.differ[differ++];
                    int one = table.cell(a, position);
                    int other = table.cell(b, position);
                    yield one != PeopleTable.NONE && other != PeopleTable.NONE && !table.meet(one, other);
                }
                case Veto.Met all -> weights.met.get(met++).holds(scorer.levels());
            };
            if (stands) {
                return veto.written();
            }
        }
        return "";
    }

    Scorer scorer() {
        return new Scorer(table, weights, probes);
    }

    /** The positions of the fields whose difference keeps clusters apart. */
    int[] differing() {
        return weights.differ.clone();
    }
}
