package org.childfile.kernel;

/**
 * A name as given, and the form in which it is compared.
 *
 * <p>The normal form is simplified Chinese in NFKC; Latin letters are upper case; blanks are kept only between Latin
 * words; every dot between the parts of a name is {@code ·}; a character that was lost (□, ■, *, a replacement
 * character, pinyin in brackets in its place) is {@code ?}; notes in brackets are gone.
 *
 * @param asGiven the text of the feed, unchanged
 * @param normal empty where nothing was given
 * @param placeholder whether the text stands for a name that is not known (未命名, 李某, 王红之子, nothing at all)
 */
public record PersonName(String asGiven, String normal, boolean placeholder) {

    public static PersonName of(String raw) {
        String normal = NormalName.of(raw);
        return new PersonName(raw, normal, NamePlaceholders.contains(normal));
    }
}
