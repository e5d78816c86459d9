package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.childfile.linkage.model.Hashes;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.Workers;

/** Gathers the patterns of pairs that a model is learned from. The counts do not depend on the number of threads. */
final class TrainingPairs {

    /** So many random pairs are made of so many rows: their values stay at hand. */
    private static final int DRAWN_PAIRS = 1 << 13;

    private static final int DRAWN = 1 << 9;

    private final PeopleTable table;
    private final Blocking blocking;
    private final Supplier<Scorer> scorers;
    private final int threads;

    TrainingPairs(PeopleTable table, Blocking blocking, Supplier<Scorer> scorers, int threads) {
        this.table = table;
        this.blocking = blocking;
        this.scorers = scorers;
        this.threads = threads;
    }

    /**
     * Patterns of pairs that blocking brings.
     *
     * @param all by rule, all pairs of its blocks
     * @param first by rule, the pairs that no earlier key brings
     * @param shares by rule, what part of its blocks was looked at
     */
    record Blocked(Patterns[] all, Patterns[] first, double[] shares) {}

    /** How many pairs the table has that the model would look at. */
    double population() {
        double rows = table.rows();
        double pairs = rows * (rows - 1) / 2;
        if (table.model().link() != LinkModel.Link.ALL) {
            for (int from = 0, to; from < table.rows(); from = to) {
                to = from + 1;
                while (to < table.rows() && table.source(to) == table.source(from)) {
                    to++;
                }
                pairs -= (double) (to - from) * (to - from - 1) / 2;
            }
        }
        return Math.max(1, pairs);
    }

    /**
     * Patterns of random pairs; of all pairs, where there are no more than asked for. Those of a large table are made of
     * some rows at a time, drawn at random.
     */
    Patterns random(long seed, long most) {
        long rows = table.rows();
        boolean every = rows * (rows - 1) / 2 <= most;
        int tasks = every ? (int) rows : (int) ((most + DRAWN_PAIRS - 1) / DRAWN_PAIRS);
        return gather(tasks, (task, scorer, patterns) -> {
            if (every) {
                for (int b = task + 1; b < rows; b++) {
                    take(task, b, scorer, patterns);
                }
                return;
            }
            SplittableRandom random = new SplittableRandom(Hashes.mixed(seed, task));
            int[] drawn = random.ints(DRAWN, 0, (int) rows).toArray();
            for (long i = 0; i < Math.min(DRAWN_PAIRS, most - (long) task * DRAWN_PAIRS); i++) {
                int a = drawn[random.nextInt(drawn.length)];
                int b = drawn[random.nextInt(drawn.length)];
                if (a != b) {
                    take(a, b, scorer, patterns);
                }
            }
        });
    }

    private void take(int a, int b, Scorer scorer, Patterns patterns) {
        if (table.model().link() == LinkModel.Link.ALL || table.source(a) != table.source(b)) {
            patterns.add(scorer.pattern(a, b), 1);
        }
    }

    Patterns labelled(List<TrainingOptions.Labelled> labelled) {
        Patterns patterns = new Patterns();
        Scorer scorer = scorers.get();
        for (TrainingOptions.Labelled pair : labelled) {
            if (pair.match()) {
                patterns.add(scorer.pattern(pair.a(), pair.b()), 1);
            }
        }
        return patterns;
    }

    Blocked blocked(long mostOfARule) {
        int rules = blocking.rules().size();
        double[] shares = new double[rules];
        for (int rule = 0; rule < rules; rule++) {
            shares[rule] = Math.min(
                    1,
                    (double) mostOfARule
                            / Math.max(1, blocking.rules().get(rule).pairs()));
        }
        List<Blocking.Task> tasks = blocking.tasks();
        Patterns[] all = patterns(rules);
        Patterns[] first = patterns(rules);
        Workers.run(tasks.size(), threads, () -> {
            Scorer scorer = scorers.get();
            Patterns[] myAll = patterns(rules);
            Patterns[] myFirst = patterns(rules);
            return number -> {
                Blocking.Task task = tasks.get(number);
                blocking.sampled(task, shares[task.rule()], (a, b, rule, isFirst) -> {
                    long pattern = scorer.pattern(a, b);
                    myAll[rule].add(pattern, 1);
                    if (isFirst) {
                        myFirst[rule].add(pattern, 1);
                    }
                });
                synchronized (all) {
                    all[task.rule()].addAll(myAll[task.rule()]);
                    first[task.rule()].addAll(myFirst[task.rule()]);
                }
                myAll[task.rule()] = new Patterns();
                myFirst[task.rule()] = new Patterns();
            };
        });
        return new Blocked(all, first, shares);
    }

    /** Looks at the pairs of a task. */
    private interface Looking {
        void task(int task, Scorer scorer, Patterns patterns);
    }

    private Patterns gather(int tasks, Looking looking) {
        List<Patterns> parts = new ArrayList<>();
        Workers.run(tasks, threads, () -> {
            Scorer scorer = scorers.get();
            Patterns mine = new Patterns();
            synchronized (parts) {
                parts.add(mine);
            }
            return task -> looking.task(task, scorer, mine);
        });
        Patterns sum = new Patterns();
        parts.forEach(sum::addAll);
        return sum;
    }

    private static Patterns[] patterns(int size) {
        Patterns[] patterns = new Patterns[size];
        Arrays.setAll(patterns, i -> new Patterns());
        return patterns;
    }
}
