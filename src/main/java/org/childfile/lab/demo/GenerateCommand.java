package org.childfile.lab.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.lab.registers.TableWriter;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code childfile generate}: a made world, its nine feeds over two nights, and the truth; beside it or instead of it, all
 * records about children as one table.
 */
@Command(name = "generate")
final class GenerateCommand extends CommandBase {

    @Option(names = "--children", paramLabel = "N", required = true)
    private int children;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--table", paramLabel = "FILE")
    private @Nullable Path table;

    @Option(names = "--table-only")
    private boolean tableOnly;

    @Option(names = "--volunteers", paramLabel = "N")
    private @Nullable Integer volunteers;

    @Option(names = "--mistakes", paramLabel = "FACTOR", defaultValue = "1.0")
    private double mistakes;

    @Option(names = "--first-night", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate firstNight;

    GenerateCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (children < 1 || mistakes < 0) {
            throw WrongUse.of("wrong.generate-rates");
        }
        if (tableOnly ? table == null || out != null : out == null) {
            throw WrongUse.of("wrong.generate-out");
        }
        WorldPlan plan = WorldPlan.of(children, seed).withMistakes(mistakes);
        plan = volunteers == null ? plan : plan.withVolunteers(volunteers);
        plan = firstNight == null ? plan : plan.withFirstNight(firstNight);
        if (out != null) {
            long began = System.nanoTime();
            WorldWriter.write(plan, out, line -> shell().err().println(line));
            print(text("generate.done", children, out, seconds(began)));
        }
        if (table != null) {
            long began = System.nanoTime();
            TerminalProgress progress = shell().progress();
            long rows = TableWriter.write(plan, table, done -> progress.at(text("generate.table"), "", done));
            progress.finish();
            print(text("generate.table-done", rows, table, seconds(began)));
        }
        return ExitCode.DONE;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
