package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.kernel.CityTime;
import org.childfile.kernel.Message;
import org.childfile.kernel.Resources;
import org.childfile.lab.departments.Departments;
import org.childfile.storage.PrivateFiles;

/**
 * The clock of the machine is another one, for the program and its database alike (a small library before both, which a
 * C compiler makes; the departments go with it): a night that begins before midnight and ends after it keeps its day, also where no day is said; between two nights
 * the clock goes back an hour, or forward. Versions stay in order.
 */
final class ClockJumps implements Fault {

    private static final String SOURCE = "clock.c";
    private static final String OUT_OF_ORDER = """
        select 'version recorded after it was superseded: ' || count(*) from (
            select recorded_at, superseded_at from mart.child_version
            union all select recorded_at, superseded_at from mart.volunteer_version) v
        where superseded_at < recorded_at having count(*) > 0""";

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        Path library = bed.folder("clock.so");
        if (!compiled(bed.folder(SOURCE), library)) {
            return new Outcome.Skipped(Message.of("chaos.skipped.cc"));
        }
        String found = overMidnight(bed, library)
                + jump(bed, library, Duration.ofHours(-1))
                + jump(bed, library, Duration.ofHours(1));
        return Fault.outcome(Message.of("chaos.clock"), found);
    }

    /** Whether there is a C compiler. */
    private static boolean compiled(Path source, Path library) throws IOException, InterruptedException {
        PrivateFiles.write(source, Resources.text(ClockJumps.class, SOURCE));
        try {
            return new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no program of that name.
            return false;
        }
    }

    /** A night that is told no day, a part of which is done before midnight. */
    private static String overMidnight(TestBed bed, Path library)
            throws IOException, InterruptedException, SQLException {
        Path home = bed.home("clock-midnight");
        Instant midnight =
                TestBed.day(2).atTime(LocalTime.MIDNIGHT).atZone(CityTime.ZONE).toInstant();
        Instant begin = midnight.minus(bed.undisturbed(1).last().multipliedBy(2).dividedBy(3));
        Duration ahead = Duration.between(Instant.now(), begin);
        int code;
        bed.departments().night(1);
        try (Departments departments = departments(bed, ahead, 1)) {
            code = bed.start(home, environment(library, ahead, departments), List.of(), "nightly")
                    .ended();
        }
        List<String> run = bed.ask(
                home,
                "select day || case when ended >= '" + midnight + "' then ' after midnight' else '' end from ops.run");
        String expected = TestBed.day(1) + " after midnight";
        return (code == bed.undisturbed(1).code() && run.equals(List.of(expected))
                        ? ""
                        : "over midnight: " + code + " " + run + "\n")
                + order(bed, home, 1);
    }

    /** A second night by a clock that has gone on by another step than the time. */
    private static String jump(TestBed bed, Path library, Duration step)
            throws IOException, InterruptedException, SQLException {
        Path home = bed.home("clock" + step, 1);
        StringBuilder found = new StringBuilder();
        try (Departments departments = departments(bed, step, 2)) {
            ProgramProcess night = bed.night(home, 2, environment(library, step, departments), List.of());
            if (night.ended() != bed.undisturbed(2).code()) {
                found.append("clock ").append(step).append(": ").append(night.said());
            }
        }
        return found.append(order(bed, home, 2)).toString();
    }

    private static String order(TestBed bed, Path home, int nights)
            throws IOException, InterruptedException, SQLException {
        return String.join("\n", bed.ask(home, OUT_OF_ORDER)) + bed.difference(home, nights);
    }

    private static Departments departments(TestBed bed, Duration ahead, int night) {
        Departments departments =
                Departments.start(bed.world(), 0, "127.0.0.1", Clock.offset(Clock.systemUTC(), ahead));
        departments.night(night);
        return departments;
    }

    private static Map<String, String> environment(Path library, Duration ahead, Departments departments) {
        Map<String, String> environment = new HashMap<>(departments.environment());
        environment.put("LD_PRELOAD", library.toString());
        environment.put("CLOCK_AHEAD", Long.toString(ahead.toSeconds()));
        return environment;
    }
}
