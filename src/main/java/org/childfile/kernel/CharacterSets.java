package org.childfile.kernel;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;

/**
 * Character sets by the names that departments use. Each edition of the Chinese ones holds all of the one before (GB 2312, GBK,
 * GB 18030), and who says GB2312 often sends what only a later one has: all three are read as GB 18030.
 */
public final class CharacterSets {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> OLDER = Set.of("GBK", "GB2312", "x-mswin-936", "x-EUC-CN", "EUC-CN");

    private CharacterSets() {}

    /** The set to read by; empty for a name that means none. */
    public static Optional<Charset> find(String name) {
        try {
            Charset named = Charset.forName(name);
            return Optional.of(OLDER.contains(named.name()) ? GB18030 : named);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
