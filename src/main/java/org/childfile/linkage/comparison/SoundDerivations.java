package org.childfile.linkage.comparison;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Nysiis;
import org.apache.commons.codec.language.Soundex;

/**
 * Keys of how names in Latin letters sound to English ears, accents and blanks apart: Double Metaphone (Philips 2000),
 * NYSIIS (Taft 1970) and Soundex (Russell 1918), by Apache Commons Codec. None for other alphabets.
 */
final class SoundDerivations {

    private static final DoubleMetaphone DOUBLE_METAPHONE = new DoubleMetaphone();
    private static final Nysiis NYSIIS = new Nysiis();
    private static final Soundex SOUNDEX = new Soundex();

    private SoundDerivations() {}

    static Catalogue<Derivation> all() {
        return new Catalogue<Derivation>()
                .plain("double-metaphone", SoundDerivations::doubleMetaphone)
                .plain("nysiis", TextDerivations.key(value -> NYSIIS.encode(Folding.latin(value))))
                .plain("soundex", TextDerivations.key(value -> SOUNDEX.encode(Folding.latin(value))));
    }

    /** The first reading, and the second where there is one. */
    private static List<String> doubleMetaphone(String value) {
        String letters = Folding.latin(value);
        return Stream.of(false, true)
                .map(second -> DOUBLE_METAPHONE.doubleMetaphone(letters, second))
                .filter(Objects::nonNull)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }
}
