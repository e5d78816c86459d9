package org.childfile.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A command in its shell. */
@Command(mixinStandardHelpOptions = true)
abstract class CommandBase implements Callable<Integer> {

    private final Shell shell;

    CommandBase(Shell shell) {
        this.shell = shell;
    }

    Shell shell() {
        return shell;
    }

    String text(String key, Object... arguments) {
        return shell.messages().text(key, arguments);
    }

    /** Prints a sentence, in lines that fit a terminal. */
    void say(String sentence) {
        TextTable.wrapped(sentence, TextTable.LINE).forEach(this::print);
    }

    /** Prints a text for a person; what stands in it from outside cannot steer the terminal. */
    void print(String line) {
        shell.out().println(TerminalText.plain(line));
    }
}
