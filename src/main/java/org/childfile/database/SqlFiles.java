package org.childfile.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL statements that lie as files under {@code sql/PACKAGE/} among the resources. */
public final class SqlFiles {

    private SqlFiles() {}

    /** The text of {@code sql/PATH.sql}. */
    public static String read(String path) {
        String resource = "/sql/" + path + ".sql";
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
