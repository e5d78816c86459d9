package org.childfile.cli.main;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine;

/** One command, run in this process on the repository's own files. */
public record CommandRun(int exitCode, String out, String err) {

    /** Who sits at the machine, for tests alone; else it is who runs them. */
    public static final String OPERATOR = "TEST_OPERATOR";

    /** Whoever it is that acts as the account. */
    public static final String SOMEBODY = "childfile";

    /** Carries a command out. */
    public static CommandRun of(Map<String, String> environment, String... words) {
        return typing("", environment, words);
    }

    /** Carries a command out for a user who types. */
    public static CommandRun typing(String typed, Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell silent = shell(out, err, environment);
        OperatorIdentity operator = environment.containsKey(OPERATOR)
                ? new OperatorIdentity(
                        environment.get(OPERATOR),
                        environment.get(OPERATOR),
                        "",
                        !SOMEBODY.equals(environment.get(OPERATOR)))
                : silent.operator();
        Shell shell = new Shell(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                silent.out(),
                silent.err(),
                false,
                environment,
                silent.root(),
                operator);
        int code = CommandLineOfChildfile.run(shell, words);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Whether the command line takes these words; nothing is carried out. */
    public static boolean takes(List<String> words) {
        try {
            CommandLineOfChildfile.build(shell(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Map.of()))
                    .parseArgs(words.toArray(String[]::new));
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }

    private static Shell shell(ByteArrayOutputStream out, ByteArrayOutputStream err, Map<String, String> environment) {
        return new Shell(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                environment,
                Path.of("").toAbsolutePath());
    }
}
