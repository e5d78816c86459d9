package org.childfile.lab.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of names, places and illnesses that lie beside this package. */
final class Tables {

    private Tables() {}

    /** The lines of a table without blank ones and comments. */
    static List<String> lines(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, cut at the commas. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> List.of(line.split(",", -1))).toList();
    }
}
