package org.childfile.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; the message lists every mistake, one a line. Exit code 2. */
public final class InvalidSettings extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidSettings(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
