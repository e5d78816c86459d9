package org.childfile.linkage.model;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far two rows agree in one respect. A pair has the first level that holds; a pair without a value of the field on
 * either side is no evidence, unless a level of other fields holds.
 *
 * @param of the field
 * @param levels best first, {@code else} last
 * @param unless the comparison does not count where all of these hold; empty for none
 * @param onlyIf the comparison counts only where all of these hold; empty for none
 * @param includedIn where all of these hold, what speaks for one person here was counted there, and is not counted twice;
 *     empty for none
 */
public record Comparison(String name, String of, List<Level> levels, Pattern unless, Pattern onlyIf, Pattern includedIn)
        implements Serializable {

    public Comparison {
        levels = List.copyOf(levels);
    }

    public Comparison learned(List<Level> learned) {
        return new Comparison(name, of, learned, unless, onlyIf, includedIn);
    }

    /** The position of a level by its label; -1 where there is none. */
    public int position(String label) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** Levels of comparisons, by the comparison's name; all of them must be met, each in any of its levels. */
    public record Pattern(Map<String, Set<String>> levels) implements Serializable {
        public static final Pattern NONE = new Pattern(Map.of());

        public boolean isEmpty() {
            return levels.isEmpty();
        }

        String written() {
            return levels.entrySet().stream()
                    .map(each -> each.getKey() + " " + String.join(" or ", each.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }
}
