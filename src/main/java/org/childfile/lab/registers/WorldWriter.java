package org.childfile.lab.registers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.childfile.lab.world.Child;
import org.childfile.lab.world.Day;
import org.childfile.lab.world.FamilyMaker;
import org.childfile.lab.world.IdNumbers;
import org.childfile.lab.world.Rng;
import org.childfile.lab.world.Scenario;
import org.childfile.lab.world.Settlement;
import org.childfile.lab.world.Tally;
import org.childfile.lab.world.Volunteer;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;

/**
 * Writes a made world: what nine feeds send in two nights, and the truth about it, into one directory. It goes from
 * township to township and from family to family and writes to all files at once, so that memory does not grow with
 * the world. The same plan gives the same bytes.
 *
 * <p>The directory then holds {@code world.json} (the plan, and what was made), {@code truth.csv} (which person a
 * record is about), {@code people.csv} (the children), {@code hidden.csv} (the hidden children of each night, as far as
 * the feeds tell), and {@code night-1} and {@code night-2} with a file a feed, in
 * the feeds' own formats.
 */
public final class WorldWriter {

    private static final int PROGRESS_EVERY = 10_000;

    private final WorldPlan plan;
    private final Consumer<String> progress;
    private final Tally tally = new Tally();
    private int done;

    private WorldWriter(WorldPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Writes the world of a plan into a directory, which is made where it is missing; files of the same names are
     * replaced.
     *
     * @param progress told one line now and then
     * @throws IOException where a file cannot be written
     */
    public static void write(WorldPlan plan, Path dir, Consumer<String> progress) throws IOException {
        new WorldWriter(plan, progress).write(dir);
    }

    private void write(Path dir) throws IOException {
        try (WorldFiles files = new WorldFiles(plan, dir, tally)) {
            Truth truth = files.truth();
            IdNumbers ids = new IdNumbers(plan.seed());
            Departments departments = Departments.open(plan, files, truth, tally);
            Volunteers volunteers = new Volunteers(plan, ids, files.volunteers(), truth, tally);
            CareRecords care = new CareRecords(plan, files.lines(CareRecords.FEED, "care-records.ndjson", true));
            Pairings pairings = new Pairings(plan, files.lines(Pairings.FEED, "pairings.ndjson", false), care);
            FamilyMaker families = new FamilyMaker(plan, ids, tally);
            for (Settlement.Share share : Settlement.of(plan)) {
                List<Volunteer> free = new ArrayList<>(volunteers.settle(share));
                for (int room = share.children(); room > 0; ) {
                    List<Child> family = families.next(share, room);
                    room -= family.size();
                    for (Child child : family) {
                        truth.person(child);
                        Scenario fate =
                                Scenario.draw(Rng.of(plan.seed(), 700, child.index()), child, share, plan.firstNight());
                        Evidence evidence = new Evidence();
                        pairings.pair(child, departments.take(child, fate, evidence), fate, free);
                        truth.hidden(child, evidence);
                        told();
                    }
                }
            }
        }
        PrivateFiles.write(dir.resolve("world.json"), summary() + "\n");
    }

    private void told() {
        if (++done % PROGRESS_EVERY == 0 || done == plan.children()) {
            progress.accept(done + " of " + plan.children() + " children");
        }
    }

    private String summary() {
        Json first = new Json();
        Json second = new Json();
        for (Map.Entry<String, int[]> feed : tally.records().entrySet()) {
            first.number(feed.getKey(), feed.getValue()[0]);
            second.number(feed.getKey(), feed.getValue()[1]);
        }
        Json made = new Json();
        tally.mistakes().forEach((kind, number) -> made.number(kind.name(), number));
        Json rates = new Json();
        plan.rates().rates().forEach((kind, rate) -> rates.raw(kind.name(), Double.toString(rate)));
        return new Json()
                .number("seed", plan.seed())
                .number("children", plan.children())
                .number("volunteers", plan.volunteers())
                .objects(
                        "nights",
                        List.of(
                                new Json().number("night", 1).text("date", Day.iso(plan.firstNight())),
                                new Json().number("night", 2).text("date", Day.iso(plan.secondNight()))))
                .raw("mistakes", Double.toString(plan.mistakes()))
                .object("rates", rates)
                .objects("records", List.of(first, second))
                .object("mistakesMade", made)
                .end();
    }
}
