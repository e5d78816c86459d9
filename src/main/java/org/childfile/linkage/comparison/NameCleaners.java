package org.childfile.linkage.comparison;

import org.childfile.kernel.ChineseNames;
import org.childfile.kernel.PersonName;
import org.jspecify.annotations.Nullable;

/** Cleaners of names. */
final class NameCleaners {

    private NameCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>()
                .plain("chinese-name", NameCleaners::chinese)
                .plain("name", NameCleaners::name);
    }

    /**
     * The normal form of {@link PersonName}, of a name in pinyin with its surname first; null for placeholders (未命名, 李某,
     * 王红之子) and where nothing is left.
     */
    private static @Nullable String chinese(String cell) {
        PersonName name = PersonName.of(cell);
        return name.placeholder() ? null : TextCleaners.orNull(ChineseNames.surnameFirst(name.normal()));
    }

    /** Lower case, accents and punctuation folded; null for placeholders (unknown, n/a, test, xxx, 未命名). */
    private static @Nullable String name(String cell) {
        String name = Folding.words(cell);
        boolean han = name.codePoints().anyMatch(Character::isIdeographic);
        boolean placeholder =
                Placeholders.contains(name) || (han && PersonName.of(cell).placeholder());
        return placeholder ? null : name;
    }
}
