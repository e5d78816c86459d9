package org.childfile.linkage.comparison;

import org.childfile.kernel.ChineseNames;

/** Keys of Chinese names in normal form; those of sounds are none where a character is lost. */
final class NameDerivations {

    private NameDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("pinyin", TextDerivations.key(NameDerivations::pinyin))
                .plain("fuzzy-pinyin", TextDerivations.key(NameDerivations::fuzzyPinyin))
                .plain("surname", TextDerivations.key(name -> known(ChineseNames.surname(name))))
                .plain("given", TextDerivations.key(name -> known(ChineseNames.given(name))))
                .plain("surname-pinyin", TextDerivations.key(name -> pinyin(ChineseNames.surname(name))))
                .plain("given-pinyin", TextDerivations.key(NameDerivations::givenPinyin))
                .plain("given-fuzzy-pinyin", TextDerivations.key(name -> ChineseNames.fuzzyPinyin(givenPinyin(name))));
    }

    /** The toneless sound; empty where a character is lost. */
    static String pinyin(String name) {
        return name.indexOf('?') >= 0 ? "" : ChineseNames.pinyin(name);
    }

    static String fuzzyPinyin(String name) {
        return ChineseNames.fuzzyPinyin(pinyin(name));
    }

    /** The sound of the given name, which unlike a surname's is that of its characters elsewhere. */
    private static String givenPinyin(String name) {
        String given = ChineseNames.given(name);
        return given.isEmpty() || given.indexOf('?') >= 0
                ? ""
                : ChineseNames.pinyin("?" + given).substring(1).strip();
    }

    private static String known(String part) {
        return part.indexOf('?') >= 0 ? "" : part;
    }
}
