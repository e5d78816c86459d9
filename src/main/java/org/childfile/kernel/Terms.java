package org.childfile.kernel;

/** Words of code tables in the form in which they are looked up. */
final class Terms {

    private Terms() {}

    /** Simplified, in half width, without blanks. */
    static String plain(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = Characters.narrow(raw.charAt(i));
            if (!Characters.blankOrInvisible(c)) {
                out.append(HanTable.simplified(c));
            }
        }
        return out.toString();
    }
}
