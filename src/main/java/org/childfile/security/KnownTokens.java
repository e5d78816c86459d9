package org.childfile.security;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies a token once and remembers it until it expires: checking an ES256 signature costs more than reading a file. A
 * token cannot be taken back before it expires, which is why it lives an hour at most.
 */
final class KnownTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Jwt> known = new ConcurrentHashMap<>();

    KnownTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) throws JwtValidationException {
        Jwt seen = known.get(token);
        if (seen != null && seen.getExpiresAt() != null && clock.instant().isBefore(seen.getExpiresAt())) {
            return seen;
        }
        known.remove(token);
        Jwt verified = decoder.decode(token);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(token, verified);
        return verified;
    }
}
