package org.childfile.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** A command in its shell. */
@Command(mixinStandardHelpOptions = true)
public abstract class CommandBase implements Callable<Integer> {

    private final Shell shell;

    public CommandBase(Shell shell) {
        this.shell = shell;
    }

    public Shell shell() {
        return shell;
    }

    public String text(String key, Object... arguments) {
        return shell.messages().text(key, arguments);
    }

    /**
     * Who decides: the person at the machine by what the system knows, with the person for whom it was taken down.
     *
     * @param forWhom what {@code --actor} or {@code --by} says
     */
    public String decidedBy(@Nullable String forWhom) {
        return shell.operator().deciding(forWhom);
    }

    /** The first line of the standard input. */
    public String typedLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(shell.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new WrongUse(text("error.nothing-typed"));
        }
        return line.strip();
    }

    /** Prints a sentence, in lines that fit a terminal. */
    public void say(String sentence) {
        TextTable.wrapped(sentence, TextTable.LINE).forEach(this::print);
    }

    /** Prints a text for a person; what stands in it from outside cannot steer the terminal. */
    public void print(String line) {
        shell.out().println(TerminalText.plain(line));
    }
}
