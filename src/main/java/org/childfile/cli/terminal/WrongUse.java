package org.childfile.cli.terminal;

import org.childfile.kernel.Message;
import org.jspecify.annotations.Nullable;

/** The command cannot be carried out as it was given; the message says how to mend it. Exit code 2. */
public final class WrongUse extends RuntimeException {

    private final @Nullable Message why;

    /** With a message in the user's language already. */
    public WrongUse(String message) {
        super(message);
        this.why = null;
    }

    /** With a message that is yet to be put into words; for the log its key stands with what is put into it. */
    public WrongUse(Message why) {
        super(why.toString());
        this.why = why;
    }

    /** With a message of the message files and what is put into it. */
    public static WrongUse of(String key, @Nullable Object... arguments) {
        return new WrongUse(Message.of(key, arguments));
    }

    /** What the user is told. */
    public String words(Messages messages) {
        return why == null ? String.valueOf(getMessage()) : messages.text(why);
    }
}
