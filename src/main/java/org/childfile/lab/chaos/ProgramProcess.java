package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The program as an operator starts it: a process of its own, what it says in a file. */
record ProgramProcess(Process process, Path output) {

    /** By when a command has ended, whatever was done to it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Waits for its end.
     *
     * @throws IllegalStateException if it hangs; it is killed then
     */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("a command did not end in " + PATIENCE + "; what it said is in " + output);
        }
        return process.exitValue();
    }

    /** What it has said so far. */
    String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
