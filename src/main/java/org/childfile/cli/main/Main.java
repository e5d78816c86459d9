package org.childfile.cli.main;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Messages;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;

/** Starts the command line with the process's own streams and environment. */
public final class Main {

    private Main() {}

    /** Runs one command and gives its exit code. */
    @SuppressWarnings("SystemConsoleNull")
    public static int run(String[] args) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Path root = Path.of(System.getProperty("childfile.root", "."));
        try {
            Map<String, String> environment = SecretFiles.read(System.getenv());
            Shell shell = new Shell(System.in, out, err, terminal, environment, root, OperatorIdentity.ofThisProcess());
            return CommandLineOfChildfile.run(shell, args);
        } catch (WrongUse e) {
            Messages messages = Messages.of(System.getenv());
            err.println(messages.text("error.prefix") + " " + e.words(messages));
            return ExitCode.WRONG_USE;
        }
    }
}
