package org.childfile.linkage.comparison;

/** Keys of numbers that name something. */
final class NumberDerivations {

    private static final int ID_LENGTH = 18;

    private NumberDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("digits", TextDerivations.key(NumberDerivations::digits))
                .plain("id-birth", TextDerivations.key(NumberDerivations::birth))
                .plain("id-division", TextDerivations.key(id -> id.length() == ID_LENGTH ? id.substring(0, 6) : ""));
    }

    /** The digits of a text alone, in half width. */
    static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            }
        }
        return out.toString();
    }

    /** The date of birth that an id number of 18 characters holds, as yyyy-MM-dd; empty where that is no date. */
    private static String birth(String id) {
        if (id.length() != ID_LENGTH) {
            return "";
        }
        String date = id.substring(6, 10) + "-" + id.substring(10, 12) + "-" + id.substring(12, 14);
        return Day.of(date).exists() ? date : "";
    }
}
