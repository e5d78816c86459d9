package org.childfile.cli.main;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.childfile.cli.terminal.Shell;
import picocli.CommandLine;

/** What the command line takes, for tests of the files that name commands. */
public final class Commands {

    private Commands() {}

    /** Whether the command line takes these words; nothing is carried out. */
    public static boolean take(List<String> words) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Shell shell = new Shell(nowhere, nowhere, false, Map.of(), Path.of("").toAbsolutePath());
        try {
            CommandLineOfChildfile.build(shell).parseArgs(words.toArray(String[]::new));
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }
}
