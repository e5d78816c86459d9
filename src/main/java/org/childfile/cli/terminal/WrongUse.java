package org.childfile.cli.terminal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command cannot be carried out as it was given; the message says how to mend it. Exit code 2. */
public final class WrongUse extends RuntimeException {

    private final String said;
    private final List<String> arguments;
    private final boolean coded;

    /** With a message in the user's language already. */
    public WrongUse(String message) {
        this(message, List.of(), false);
    }

    private WrongUse(String said, List<String> arguments, boolean coded) {
        super(coded ? said + " " + arguments : said);
        this.said = said;
        this.arguments = arguments;
        this.coded = coded;
    }

    /** With a message of the message files and what is put into it; for the log the key stands with them. */
    public static WrongUse of(String key, @Nullable Object... arguments) {
        return new WrongUse(key, Stream.of(arguments).map(String::valueOf).toList(), true);
    }

    /** What the user is told. */
    public String words(Messages messages) {
        return coded ? messages.text(said, arguments.toArray()) : said;
    }
}
