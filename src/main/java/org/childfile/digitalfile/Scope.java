package org.childfile.digitalfile;

import java.util.List;

/** Whose files are looked at: all, or those of some children. */
record Scope(boolean all, List<String> ids) {

    static final Scope ALL = new Scope(true, List.of());

    Scope {
        ids = List.copyOf(ids);
    }

    static Scope of(String... ids) {
        return new Scope(false, List.of(ids));
    }

    String[] array() {
        return ids.toArray(String[]::new);
    }
}
