package org.childfile.lab.registers;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Objects;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Mistake;
import org.childfile.lab.world.Mistakes;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Scenario;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.WorldPlan;
import org.jspecify.annotations.Nullable;

/**
 * One department at work over both nights. For every child that it knows it writes a record on night 1; if the child's
 * fate changes what it would write, it writes that, with a new stamp, on night 2; else the same bytes.
 */
final class FeedWriter<T> {

    private final ChildFeed<T> feed;
    private final int number;
    private final WorldPlan plan;
    private final Mistakes rates;
    private final TwoNights<T> out;
    private final Truth truth;
    private final Tally tally;

    FeedWriter(ChildFeed<T> feed, int number, WorldPlan plan, TwoNights<T> out, Truth truth, Tally tally) {
        this.feed = feed;
        this.number = number;
        this.plan = plan;
        this.rates = feed.rates(plan.rates().scaled(plan.mistakes()));
        this.out = out;
        this.truth = truth;
        this.tally = tally;
    }

    /** The key of the child's record; null where this department does not know it. */
    @Nullable
    String take(Child child, Scenario fate, Evidence evidence) throws IOException {
        Rng rng = diceOfKnowing(plan, number, child);
        if (!feed.knows(child, rng)) {
            return null;
        }
        String key = write(child, fate, 0, evidence);
        if (feed.mayHoldTwo() && rng.chance(rates.rate(Mistake.SECOND_RECORD))) {
            tally.mistake(Mistake.SECOND_RECORD);
            write(child, fate, 1, evidence);
        }
        return key;
    }

    private String write(Child child, Scenario fate, int copy, Evidence evidence) throws IOException {
        RecordWriter writer = writer(child, copy, rates, tally);
        RecordWriter again = writer.uncounted();
        String key = feed.key(child, again, copy);
        truth.record(feed.name(), key, child);
        if (!fate.lateIn(feed.name())) {
            evidence.told(1, feed.tells(child, again));
        }
        if (!fate.goneFrom(feed.name())) {
            evidence.told(2, feed.tells(fate.after(child), again));
        }
        Rng rng = Rng.of(plan.seed(), 200 + number, child.index(), copy);
        LocalDateTime before =
                later(stamp(rng, rng.between(3, 700)), child.born().atTime(18, 30));
        LocalDateTime after = stamp(rng, 0);
        T first = feed.record(key, child, writer, fate.lateIn(feed.name()) ? after : before, true);
        if (fate.lateIn(feed.name())) {
            out.inSecond(first);
        } else if (fate.goneFrom(feed.name())) {
            out.inFirst(first);
            if (feed.delta()) {
                out.inSecond(feed.deletion(key, child, after));
            }
        } else {
            Child changed = fate.after(child);
            RecordWriter second =
                    fate.change() == Scenario.Change.CORRECTED ? writer(child, copy, Mistakes.none(), null) : again;
            boolean asBefore = fate.change() == Scenario.Change.NOTHING
                    || first.equals(feed.record(key, changed, second, before, true));
            if (asBefore) {
                out.unchanged(first);
                faults(key, child, first, before, rng);
            } else {
                out.changed(first, feed.record(key, changed, second, after, false));
            }
        }
        return key;
    }

    /** What a hasty export does: the same row twice, or two rows with one key. */
    private void faults(String key, Child child, T record, LocalDateTime stamp, Rng rng) throws IOException {
        boolean twice = rng.chance(rates.rate(Mistake.RECORD_TWICE));
        boolean other = rng.chance(rates.rate(Mistake.KEY_WITH_TWO_CONTENTS));
        if (feed.delta()) {
            return;
        }
        if (twice) {
            tally.mistake(Mistake.RECORD_TWICE);
            out.unchanged(record);
        }
        if (other) {
            T older = feed.record(key, child, writer(child, 9, Mistakes.none(), null), stamp.minusDays(40), true);
            if (!Objects.equals(older, record)) {
                tally.mistake(Mistake.KEY_WITH_TWO_CONTENTS);
                out.unchanged(older);
            }
        }
    }

    private RecordWriter writer(Child child, int copy, Mistakes used, @Nullable Tally counted) {
        return writer(plan, number, child, copy, used, counted);
    }

    /** The chance by which a department knows a child, and then holds two records of it. */
    static Rng diceOfKnowing(WorldPlan plan, int number, Child child) {
        return Rng.of(plan.seed(), 100 + number, child.index());
    }

    /** How a department writes about a child, in one of its records. */
    static RecordWriter writer(
            WorldPlan plan, int number, Child child, int copy, Mistakes used, @Nullable Tally counted) {
        long seed = Rng.of(plan.seed(), 300 + number, child.index(), copy).next();
        return new RecordWriter(seed, new Slips(used, counted), plan.firstNight());
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    /** A time of a working day, so many days before the day between the nights. */
    private LocalDateTime stamp(Rng rng, int daysBefore) {
        return plan.firstNight().minusDays(daysBefore).atTime(8, 0).plusSeconds(rng.below(10 * 3600));
    }
}
