package org.childfile.ingest.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.settings.Problems;

/** Connectors of a feed {@code small}, for tests of what becomes of its answers. */
public final class SmallConnector {

    private SmallConnector() {}

    /** A connector with the given lines (format, fields and limits) beside what every connector has. */
    public static Connector with(String lines) {
        try {
            Path file = Files.createTempFile("small", ".yaml");
            Files.writeString(file, """
                    version: 1
                    feed: small
                    title: {zh: 小, en: small}
                    url: http://localhost
                    mode: snapshot
                    schedule: {cron: "0 0 1 * * ?"}
                    fetch: {style: file, path: /file}
                    """ + lines);
            Problems problems = new Problems();
            Connector connector = ConnectorReader.read(file, problems);
            Files.delete(file);
            problems.raise();
            return connector;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A feed of CSV with the columns {@code no*}, {@code name*}, {@code note} and {@code at}. */
    public static Connector csv(String format) {
        return with("""
                key: no
                updated: at
                format: {type: csv, %s}
                fields: {required: [no, name], optional: [note, at]}
                """.formatted(format));
    }
}
