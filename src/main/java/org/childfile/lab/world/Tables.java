package org.childfile.lab.world;

import java.util.List;
import org.childfile.kernel.Resources;

/** Reads the tables of names, places and illnesses that lie beside this package. */
final class Tables {

    private Tables() {}

    /** The lines of a table without blank ones and comments. */
    static List<String> lines(String name) {
        return Resources.lines(Tables.class, name);
    }

    /** The same, cut at the commas. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> List.of(line.split(",", -1))).toList();
    }
}
