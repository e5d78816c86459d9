package org.childfile.security;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are taken no more.
 *
 * @param tokens ids
 * @param subjects until when (inclusive) tokens of a subject were issued that count no more
 */
record RevokedTokens(Set<String> tokens, Map<String, Instant> subjects) {

    static final RevokedTokens NONE = new RevokedTokens(Set.of(), Map.of());

    RevokedTokens {
        tokens = Set.copyOf(tokens);
        subjects = Map.copyOf(subjects);
    }

    boolean cover(@Nullable String tokenId, @Nullable String subject, @Nullable Instant issued) {
        Instant until = subject == null ? null : subjects.get(subject);
        return tokenId != null && tokens.contains(tokenId)
                || until != null && (issued == null || !issued.isAfter(until));
    }
}
