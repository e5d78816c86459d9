package org.childfile.lab.world;

/**
 * A name in its two parts.
 *
 * @param first the surname; of an Uygur name the own name, of an Yi name the clan
 * @param second the given name; of an Uygur name the father's
 * @param dotted whether a {@code ·} stands between them
 */
public record Name(String first, String second, boolean dotted) {

    public static Name han(String surname, String given) {
        return new Name(surname, given, false);
    }

    public String text() {
        return dotted ? first + "·" + second : first + second;
    }
}
