package org.childfile.cli.terminal;

/** The command cannot be carried out as it was given; the message says how to mend it. Exit code 2. */
public final class WrongUse extends RuntimeException {
    public WrongUse(String message) {
        super(message);
    }
}
