package org.childfile.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.Longs;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.Workers;

/** Gathers the patterns of pairs of a table in memory. The counts do not depend on the number of threads. */
final class TrainingPairs implements PairPatterns {

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

    @Override
    public double population() {
        Longs rows = new Longs(8);
        for (int from = 0, to; from < table.rows(); from = to) {
            to = from + 1;
            while (to < table.rows() && table.source(to) == table.source(from)) {
                to++;
            }
            rows.add(to - from);
        }
        return PairPatterns.population(table.model(), rows.trimmed());
    }

    @Override
    public Patterns random(long seed, long most) {
        RandomPairs pairs = new RandomPairs(seed, table.rows(), most);
        return gather(
                pairs.tasks(),
                (task, scorer, patterns) -> pairs.of(task, (a, b) -> take((int) a, (int) b, scorer, patterns)));
    }

    private void take(int a, int b, Scorer scorer, Patterns patterns) {
        if (table.model().link() == LinkModel.Link.ALL || table.source(a) != table.source(b)) {
            patterns.add(scorer.pattern(a, b), 1);
        }
    }

    @Override
    public Patterns labelled(List<TrainingOptions.Labelled> labelled) {
        Patterns patterns = new Patterns();
        Scorer scorer = scorers.get();
        for (TrainingOptions.Labelled pair : labelled) {
            if (pair.match()) {
                patterns.add(scorer.pattern(pair.a(), pair.b()), 1);
            }
        }
        return patterns;
    }

    @Override
    public Blocked blocked(long mostOfARule) {
        int rules = blocking.rules().size();
        double[] shares = new double[rules];
        for (int rule = 0; rule < rules; rule++) {
            shares[rule] =
                    PairPatterns.share(mostOfARule, blocking.rules().get(rule).pairs());
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
