package org.childfile.linkage.profiling;

import java.util.List;
import java.util.stream.Collectors;

/** A model of linkage to begin with, written as a person would from what a profile shows. */
public final class Proposal {

    private static final String HEAD = """
            # Its weights are not learned yet: link does that, and --model-out keeps them. Look through it: which columns speak
            # of the person, and which rules of blocking bring two rows of one person together even if one field is wrong.
            version: 1
            # A key that more rows share is left out, and reported.
            max-block: 1000
            """;

    private static final String DECISION = """
            # From the probability join on, two rows are one person; from review on, a person should look at them.
            decision: {join: 0.5, review: 0.05}
            """;

    private Proposal() {}

    /**
     * The text of the model.
     *
     * @return empty where no column says who someone is
     */
    public static String of(TableProfile table) {
        ModelFields fields = new ModelFields(table);
        if (fields.all().isEmpty()) {
            return "";
        }
        Comparing comparing = new Comparing(fields);
        List<String> vetoes = comparing.vetoes();
        return "# A model to begin with, proposed from the " + table.rows() + " rows of " + name(table.file()) + ".\n"
                + HEAD
                + section("", "fields", fields.lines())
                + section(
                        "Two rows are compared if they share all keys of any rule.",
                        "blocks",
                        new Rules(fields).lines())
                + section(
                        "How far two rows agree: the first level that holds; else is implied, and a missing value is no"
                                + " evidence.",
                        "comparisons",
                        comparing.lines())
                + (vetoes.isEmpty() ? "" : section("Whatever else agrees, these are two persons.", "vetoes", vetoes))
                + DECISION;
    }

    private static String name(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static String section(String comment, String key, List<String> lines) {
        return (comment.isEmpty() ? "" : "# " + comment + "\n")
                + key
                + ":\n"
                + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
