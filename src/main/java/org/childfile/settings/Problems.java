package org.childfile.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes of all settings files that were read together. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        found.add(new Problem(file, line, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All mistakes, by file and line. */
    public List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    /** Ends the start of the program if there is any mistake. */
    public void raise() {
        if (!found.isEmpty()) {
            throw new InvalidSettings(all());
        }
    }
}
