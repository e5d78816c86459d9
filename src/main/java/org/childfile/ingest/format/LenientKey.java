package org.childfile.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the key of a record that cannot be read.
 *
 * @param certain the key, where nothing that is broken can have touched it; else null
 * @param possible what it may be otherwise
 */
public record LenientKey(@Nullable String certain, PossibleKeys possible) {

    static final LenientKey ANY = new LenientKey(null, new PossibleKeys.Any());
    static final LenientKey NONE = new LenientKey(null, new PossibleKeys.None());

    private static final int MAX_KEY = 200;
    private static final int MAX_CANDIDATES = 64;

    static LenientKey certain(String key) {
        return new LenientKey(key, new PossibleKeys.Any());
    }

    static LenientKey oneOf(List<String> keys) {
        return keys.isEmpty() ? ANY : new LenientKey(null, new PossibleKeys.OneOf(keys));
    }

    /** Whether a text can be (a part of) a key: nothing of it was lost. */
    static boolean whole(String part) {
        return !part.isBlank() && part.length() <= MAX_KEY && part.indexOf('\0') < 0 && part.indexOf('\uFFFD') < 0;
    }

    /**
     * Every key that can be made of the texts that each of its fields may have, in order; {@link #ANY} where a field has
     * none or where there are too many.
     */
    static LenientKey ofCandidates(int fields, IntFunction<List<String>> candidates) {
        List<String> keys = List.of("");
        for (int field = 0; field < fields; field++) {
            List<String> longer = new ArrayList<>();
            for (String begun : keys) {
                for (String part : candidates.apply(field)) {
                    if (whole(part)) {
                        longer.add((field == 0 ? "" : begun + "|") + part.strip());
                    }
                }
            }
            if (longer.isEmpty() || longer.size() > MAX_CANDIDATES) {
                return ANY;
            }
            keys = longer;
        }
        return oneOf(keys.stream().distinct().toList());
    }
}
