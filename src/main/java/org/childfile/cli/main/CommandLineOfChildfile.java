package org.childfile.cli.main;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.childfile.access.privacy.KeysUnusable;
import org.childfile.access.readmodel.ReadFailed;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.FailureLog;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SqlErrors;
import org.childfile.cli.terminal.TerminalText;
import org.childfile.cli.terminal.WaitsForPerson;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.database.Migrations;
import org.childfile.database.Outage;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.jobs.Runs;
import org.childfile.security.InvalidKey;
import org.childfile.settings.InvalidSettings;
import org.childfile.storage.Home;
import org.childfile.storage.UnsafeHome;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The commands put together, and what an exception means for the exit code. */
public final class CommandLineOfChildfile {

    private CommandLineOfChildfile() {}

    public static int run(Shell shell, String... args) {
        try {
            return build(shell, args).execute(args);
        } catch (OutOfMemoryError e) {
            shell.err().println(shell.messages().text("error.prefix") + " " + memory(shell));
            return ExitCode.FAILED;
        }
    }

    private static String memory(Shell shell) {
        return shell.messages().text("error.memory", Runtime.getRuntime().maxMemory() >> 20);
    }

    private static boolean isMemory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    /** With the commands that a line can mean; with all for an empty one. */
    static CommandLine build(Shell shell, String... args) {
        CommandFactory factory = new CommandFactory(shell);
        CommandLine line = new CommandLine(new RootCommand(shell), factory);
        RootCommand.meantBy(args).forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
        line.addSubcommand("completion", new CommandLine(new AutoComplete.GenerateCompletion()));
        line.setResourceBundle(shell.messages().bundle());
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(80);
        // A file of arguments can be changed between a consent and what it is used for.
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> {
            if (worksInTheHome(parsed)) {
                checkHome(shell, parsed);
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setExitCodeExceptionMapper(CommandLineOfChildfile::exitCode);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            shell.err()
                    .println(shell.messages().text("error.prefix") + " " + TerminalText.plain(message(shell, failure)));
            if (exitCode(failure) == ExitCode.FAILED && !(failure instanceof Runs.NotPossible)) {
                shell.err()
                        .println(shell.messages()
                                .text("error.trace", shell.home().resolve("childfile.log")));
                FailureLog.write(shell.home(), failure);
            }
            return exitCode(failure);
        });
        return line;
    }

    /** Help, and what a shell reads when it starts, work in any place. */
    private static boolean worksInTheHome(CommandLine.ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        return commands.stream()
                        .noneMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested())
                && !(commands.getLast().getCommand() instanceof AutoComplete.GenerateCompletion);
    }

    private static void checkHome(Shell shell, CommandLine.ParseResult parsed) {
        try {
            Home.check(shell.home());
        } catch (UnsafeHome e) {
            String key = "home." + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            WrongUse refused = new WrongUse(shell.messages().text(key, e.path(), e.found(), shell.home()));
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), key, refused);
        }
    }

    private static int exitCode(Throwable failure) {
        Throwable root = known(failure);
        if (root instanceof WaitsForPerson) {
            return ExitCode.ATTENTION;
        }
        return root instanceof InvalidSettings
                        || root instanceof WrongUse
                        || root instanceof KeysUnusable
                        || root instanceof InvalidKey
                        || root instanceof Runs.NoSuch
                        || root instanceof Migrations.Newer
                        || root instanceof CommandLine.ParameterException
                        || (root instanceof PullFailed failed && failed.reason() == PullFailed.Reason.NOT_CONFIGURED)
                ? ExitCode.WRONG_USE
                : ExitCode.FAILED;
    }

    private static String message(Shell shell, Throwable failure) {
        Throwable root = known(failure);
        if (isMemory(failure)) {
            return memory(shell);
        }
        if (exitCode(failure) == ExitCode.FAILED && (Outage.isFullDisk(failure) || Home.isFull(shell.home()))) {
            return shell.messages().text("error.disk-full", shell.home());
        }
        if (exitCode(failure) == ExitCode.FAILED && Outage.is(failure)) {
            return shell.messages().text("error.outage");
        }
        String database = exitCode(failure) == ExitCode.FAILED ? SqlErrors.hiding(failure) : null;
        String text = database != null ? database : words(shell, root);
        return text == null
                ? root.getClass().getSimpleName()
                : text.lines().limit(40).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    private static @Nullable String words(Shell shell, Throwable told) {
        return switch (told) {
            case WrongUse wrong -> wrong.words(shell.messages());
            case Migrations.Newer newer -> shell.messages().text("schema.ahead");
            case Runs.NotPossible impossible -> shell.messages().text(impossible.why());
            default -> told.getMessage();
        };
    }

    /** The exception that was meant for the user, under what frameworks wrap around it; of a question that failed, why. */
    private static Throwable known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidSettings
                    || cause instanceof WrongUse
                    || cause instanceof WaitsForPerson
                    || cause instanceof KeysUnusable
                    || cause instanceof InvalidKey
                    || cause instanceof PullFailed
                    || cause instanceof Runs.NotPossible
                    || cause instanceof Migrations.Newer) {
                return cause;
            }
        }
        return failure instanceof ReadFailed && failure.getCause() != null ? failure.getCause() : failure;
    }
}
