package org.childfile.kernel;

/**
 * A name as given, as it is registered, and the form in which it is compared.
 *
 * <p>The registered form is what is shown: its characters are those of the feed, variants and traditional ones too, without
 * blanks between them and without notes in brackets. The normal form is simplified Chinese in NFKC; Latin letters are upper
 * case; blanks are kept only between Latin words; every dot between the parts of a name is {@code ·}; a character that was
 * lost (□, ■, *, a replacement character, pinyin in brackets in its place) is {@code ?}; notes in brackets are gone.
 *
 * @param asGiven the text of the feed, unchanged
 * @param registered of a name of which a part is not known the whole text but for blanks around; empty where nothing was given
 * @param normal empty where nothing was given
 */
public record PersonName(String asGiven, String registered, String normal, Standing standing) {

    /** How much of the name is known. */
    public enum Standing {
        /** All of it. */
        KNOWN,
        /** Something stands in for a character: a sign ({@code 王?}, {@code 王□}) or its sound ({@code 王(yan)}, {@code 王YAN}). */
        IN_PART,
        /** The text stands for a name that is not known (未命名, 李某, 王红之子, nothing at all). */
        UNKNOWN
    }

    public static PersonName of(String raw) {
        String normal = NormalName.of(raw);
        Standing standing = standing(normal);
        String registered = standing == Standing.IN_PART ? NormalName.trimmed(raw) : NormalName.registered(raw);
        return new PersonName(raw, registered, normal, standing);
    }

    /** Whether the text stands for a name that is not known. */
    public boolean placeholder() {
        return standing == Standing.UNKNOWN;
    }

    private static Standing standing(String normal) {
        if (NamePlaceholders.contains(normal)) {
            return Standing.UNKNOWN;
        }
        boolean han = false;
        boolean letters = false;
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            if (c == Characters.LOST) {
                return Standing.IN_PART;
            }
            boolean ideograph = Characters.han(c);
            han |= ideograph;
            letters |= !ideograph && Character.isLetter(c);
            i += Character.charCount(c);
        }
        return han && letters ? Standing.IN_PART : Standing.KNOWN;
    }
}
