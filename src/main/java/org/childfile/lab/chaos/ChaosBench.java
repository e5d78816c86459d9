package org.childfile.lab.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.kernel.Message;

/** {@code childfile bench --chaos}: carries out faults one after another, and prints a line a fault. */
public final class ChaosBench {

    private static final int KILLS = 6;

    private final CommandBase command;
    private final int children;
    private final long seed;

    public ChaosBench(CommandBase command, int children, long seed) {
        this.command = command;
        this.children = children;
        this.seed = seed;
    }

    private static List<Fault> all() {
        return List.of(
                new KilledNights(KILLS, line -> {}),
                new DiskFull(),
                new MemoryShort(),
                new ClockJumps(),
                new NetworkCuts(),
                new TwoAtOnce(),
                new DamagedRecords(),
                new RestoredBackup(),
                new PromotedStandby(),
                new LyingDepartments());
    }

    /**
     * Carries out the named faults; all where none is named.
     *
     * @return an exit code: 0 if every warehouse was the same, 1 if one was another, 3 if a fault had to be skipped
     */
    public int run(List<String> names) throws Exception {
        List<String> known = all().stream().map(Fault::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new WrongUse(command.text("wrong.fault", name, String.join(", ", known)));
            }
        }
        return run(
                all().stream()
                        .filter(fault -> names.isEmpty() || names.contains(fault.name()))
                        .toList(),
                command::print);
    }

    /** {@code childfile bench --kills N}: that fault alone, with a line a night; 0 or 1. */
    public int kills(int kills) throws Exception {
        return run(List.of(new KilledNights(kills, command::print)), line -> {});
    }

    private int run(List<Fault> faults, Consumer<String> told) throws Exception {
        List<Fault.Outcome> outcomes = new ArrayList<>();
        try (TestBed bed = TestBed.open(command, children, seed)) {
            for (Fault fault : faults) {
                long began = System.nanoTime();
                Fault.Outcome outcome = struck(fault, bed);
                outcomes.add(outcome);
                tell(fault, (System.nanoTime() - began) / 1_000_000_000, outcome, told);
            }
            int code = code(outcomes);
            if (code != ExitCode.FAILED) {
                bed.clear();
            }
            return code;
        }
    }

    /** What of the program hangs, or leaves what cannot be looked at, is no reason to leave out the other faults. */
    private static Fault.Outcome struck(Fault fault, TestBed bed) throws Exception {
        try {
            return fault.strike(bed);
        } catch (IllegalStateException e) {
            return new Fault.Outcome.Other(Message.of("chaos.stuck"), String.valueOf(e.getMessage()));
        }
    }

    private void tell(Fault fault, long seconds, Fault.Outcome outcome, Consumer<String> told) {
        String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String verdict = command.text("chaos." + word);
        Message what = switch (outcome) {
            case Fault.Outcome.Same same -> same.done();
            case Fault.Outcome.Other other -> other.done();
            case Fault.Outcome.Skipped skipped -> skipped.why();
        };
        told.accept("%-10s %4d s  %s: %s"
                .formatted(
                        fault.name(),
                        seconds,
                        verdict,
                        command.shell().messages().text(what)));
        if (outcome instanceof Fault.Outcome.Other other) {
            command.print(other.found());
        }
    }

    private static int code(List<Fault.Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Fault.Outcome.Other.class::isInstance)) {
            return ExitCode.FAILED;
        }
        return outcomes.stream().anyMatch(Fault.Outcome.Skipped.class::isInstance) ? ExitCode.ATTENTION : ExitCode.DONE;
    }
}
