package org.childfile.linkage.comparison;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cleaners of texts in any alphabet; all give null for an empty text. */
final class TextCleaners {

    private TextCleaners() {}

    static Catalogue<Cleaner> all() {
        return new Catalogue<Cleaner>()
                .plain("text", cell -> orNull(Folding.blanks(cell)))
                .plain("lower", cell -> orNull(Folding.blanks(cell).toLowerCase(Locale.ROOT)))
                .plain("words", cell -> orNull(Folding.words(cell)))
                .plain("email", TextCleaners::email);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Lower case without any blank; one that lost its {@code @} stays, as it still says whose it was. */
    private static @Nullable String email(String cell) {
        String address = Folding.blanks(cell).replace(" ", "").toLowerCase(Locale.ROOT);
        return Placeholders.contains(Folding.words(address)) ? null : orNull(address);
    }
}
