package org.childfile.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Statements that lie as files under {@code sql/} among the test's resources. */
final class TestSql {

    private TestSql() {}

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(TestSql.class.getResourceAsStream("/sql/" + name + ".sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
