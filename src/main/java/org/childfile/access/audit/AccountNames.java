package org.childfile.access.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The names of accounts, by the machine's list of them, or by the directory that the machine asks ({@code getent}). */
final class AccountNames {

    private static final Path LIST = Path.of("/etc/passwd");
    private static final Path GETENT = Path.of("/usr/bin/getent");
    private static final int SECONDS = 5;

    private final Path list;

    AccountNames() {
        this(LIST);
    }

    AccountNames(Path list) {
        this.list = list;
    }

    /** The name of an account; {@code uid:1234} for one that has none. */
    String of(long uid) {
        return inList(uid).or(() -> inDirectory(uid)).orElse("uid:" + uid);
    }

    private Optional<String> inList(long uid) {
        try {
            return new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> name(line, uid).stream())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> inDirectory(long uid) {
        if (!Files.isExecutable(GETENT)) {
            return Optional.empty();
        }
        try {
            Process asked = new ProcessBuilder(GETENT.toString(), "passwd", Long.toString(uid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            asked.getOutputStream().close();
            if (!asked.waitFor(SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return Optional.empty();
            }
            return name(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8), uid);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> name(String line, long uid) {
        String[] parts = line.strip().split(":", -1);
        return parts.length > 2 && parts[2].equals(Long.toString(uid)) && !parts[0].isBlank()
                ? Optional.of(parts[0])
                : Optional.empty();
    }
}
