package org.childfile.cli.terminal;

import java.util.List;
import java.util.stream.Stream;

/** The command cannot be carried out as it was given; the message says how to mend it. Exit code 2. */
public final class WrongUse extends RuntimeException {

    private final List<String> arguments;
    private final boolean coded;

    /** With a message in the user's language already. */
    public WrongUse(String message) {
        this(message, List.of(), false);
    }

    private WrongUse(String message, List<String> arguments, boolean coded) {
        super(message);
        this.arguments = arguments;
        this.coded = coded;
    }

    /** With a message of the message files and what is put into it. */
    public static WrongUse of(String key, Object... arguments) {
        return new WrongUse(key, Stream.of(arguments).map(String::valueOf).toList(), true);
    }

    /** What the user is told. */
    public String words(Messages messages) {
        return coded ? messages.text(super.getMessage(), arguments.toArray()) : super.getMessage();
    }

    /** The message, or the key of one with its arguments, for the log. */
    @Override
    public String getMessage() {
        return coded ? super.getMessage() + " " + arguments : super.getMessage();
    }
}
