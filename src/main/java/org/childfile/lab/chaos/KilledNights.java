package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.EmbeddedDatabase;
import org.childfile.kernel.Message;

/**
 * Kills nights at random moments (SIGKILL), the program, its database or both, and starts the same command again until the night
 * is done. A night is killed until it outlives the moment that was drawn for it.
 */
final class KilledNights implements Fault {

    private final int kills;
    private final Consumer<String> told;

    /** A number of kills in all; tells a line a night. */
    KilledNights(int kills, Consumer<String> told) {
        this.kills = kills;
        this.told = told;
    }

    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        TestBed.Undisturbed undisturbed = bed.undisturbed(1);
        told.accept(bed.text("bench.kills.undisturbed", undisturbed.last().toMillis() / 1000.0, undisturbed.code()));
        StringBuilder found = new StringBuilder();
        int nights = 0;
        for (int left = kills; left > 0; ) {
            Path home = bed.home("night-" + ++nights);
            List<String> killed = new ArrayList<>();
            ProgramProcess last = killed(bed, home, left, killed);
            left -= killed.size();
            int ended = last.process().exitValue();
            String difference = ended == undisturbed.code() ? bed.difference(home, 1) : last.said();
            told.accept(bed.text(
                    difference.isEmpty() ? "bench.kills.same" : "bench.kills.other",
                    nights,
                    String.join(" ", killed),
                    ended));
            if (difference.isEmpty()) {
                bed.drop(home);
            } else {
                found.append(difference).append('\n');
            }
        }
        return Fault.outcome(Message.of("chaos.kills", kills, nights), found.toString());
    }

    /** Kills one night at most so often, and lets it come to its end. */
    private ProgramProcess killed(TestBed bed, Path home, int most, List<String> killed)
            throws IOException, InterruptedException, SQLException {
        while (true) {
            ProgramProcess night = bed.night(home, 1);
            if (killed.size() == most) {
                night.ended();
                return night;
            }
            long moment = bed.random().nextLong(bed.undisturbed(1).last().toMillis());
            Victim victim = Victim.values()[bed.random().nextInt(Victim.values().length)];
            if (night.process().waitFor(moment, TimeUnit.MILLISECONDS)) {
                return night;
            }
            if (victim != Victim.DATABASE) {
                night.process().destroyForcibly().waitFor();
            }
            if (victim != Victim.PROGRAM) {
                EmbeddedDatabase.server(home).ifPresent(ProcessHandle::destroyForcibly);
            }
            killed.add(victim.name().toLowerCase(Locale.ROOT) + "@" + moment);
            if (victim == Victim.DATABASE && night.ended() != ExitCode.FAILED) {
                // It was over, or the database was not begun yet.
                return night;
            }
        }
    }
}
