package org.childfile.cli;

/** The command cannot be carried out as it was given; the message says how to mend it. Exit code 2. */
final class WrongUse extends RuntimeException {
    WrongUse(String message) {
        super(message);
    }
}
