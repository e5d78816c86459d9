package org.childfile.cli.terminal;

/** The command is carried out when a second person consents; the message says how. Exit code 3. */
public final class WaitsForPerson extends RuntimeException {
    WaitsForPerson(String message) {
        super(message);
    }
}
