package org.childfile.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL statements that lie as files beside the classes that run them. */
public final class SqlFiles {

    private SqlFiles() {}

    /** The text of {@code PATH.sql}; the path begins with the room, as in {@code ingest/landing/withdraw}. */
    public static String read(String path) {
        String resource = "/org/childfile/" + path + ".sql";
        try (InputStream in = SqlFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
