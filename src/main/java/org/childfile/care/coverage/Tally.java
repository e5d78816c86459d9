package org.childfile.care.coverage;

import java.util.List;
import java.util.Optional;

/**
 * The children of one division, counted: by level (0 in all, 1 to 3 the bands of age, in order) and measure.
 *
 * @param division a code of 2 or 4 digits (city), 6 (district) or 9 (township); empty: nobody knows where
 * @param counts {@code counts[level][measure]}
 */
record Tally(String division, long[][] counts) {

    /** In the order of the table's columns. */
    static final List<String> MEASURES =
            List.of("roster", "hidden", "covered", "uncovered", "silent", "overdue", "wakeups");

    /** As the table's column {@code ages} has them. */
    static final List<String> AGES = List.of("", "0_5", "6_13", "14_17");

    static final int ROSTER = 0;
    static final int HIDDEN = 1;
    static final int COVERED = 2;
    static final int UNCOVERED = 3;
    static final int SILENT = 4;
    static final int OVERDUE = 5;

    private static final List<String> MUNICIPALITIES = List.of("11", "12", "31", "50");

    long count(int level, int measure) {
        return counts[level][measure];
    }

    /** Those of whom nobody knows how old they are, or who are grown. */
    long ageless(int measure) {
        return counts[0][measure] - counts[1][measure] - counts[2][measure] - counts[3][measure];
    }

    /** Those with a caring mother who are neither on the roster nor hidden. */
    long elsewise(int level) {
        return counts[level][COVERED] + counts[level][UNCOVERED] - counts[level][ROSTER] - counts[level][HIDDEN];
    }

    /** The code of the division that it is a part of; empty for a city, and for nowhere. */
    Optional<String> whole() {
        return switch (division.length()) {
            case 9 -> Optional.of(division.substring(0, 6));
            case 6 -> Optional.of(division.substring(0, MUNICIPALITIES.contains(division.substring(0, 2)) ? 2 : 4));
            default -> Optional.empty();
        };
    }
}
