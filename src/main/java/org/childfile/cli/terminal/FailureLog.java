package org.childfile.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.childfile.storage.PrivateFiles;

/** Keeps where an unexpected failure came from, out of the user's sight; class names and lines, no message texts. */
public final class FailureLog {

    private FailureLog() {}

    public static void write(Path home, Throwable failure) {
        try {
            PrivateFiles.folder(home);
            try (PrintWriter log = new PrintWriter(PrivateFiles.appender(home.resolve("childfile.log")))) {
                log.println(Instant.now());
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    log.println(cause.getClass().getName());
                    for (StackTraceElement element : cause.getStackTrace()) {
                        log.println("    at " + element);
                    }
                }
            }
        } catch (IOException e) {
            // The failure itself was told on standard error; a log that cannot be written must not hide it.
            return;
        }
    }
}
