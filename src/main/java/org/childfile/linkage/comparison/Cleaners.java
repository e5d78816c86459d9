package org.childfile.linkage.comparison;

import java.util.List;
import java.util.Optional;

/** The cleaners that a model can name. */
public final class Cleaners {

    private static final Catalogue<Cleaner> ALL = new Catalogue<Cleaner>()
            .all(TextCleaners.all())
            .all(NameCleaners.all())
            .all(DateCleaners.all())
            .all(NumberCleaners.all())
            .all(CodeCleaners.all());

    private Cleaners() {}

    /** The cleaner of this name; empty where there is none. */
    public static Optional<Cleaner> find(String written) {
        return ALL.find(written);
    }

    /** What can be written. */
    public static List<String> names() {
        return ALL.names();
    }
}
