package org.childfile.security;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Verifies a token once and remembers it until it expires: checking an ES256 signature costs more than reading a file.
 * Whether it was revoked is asked each time.
 */
final class KnownTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Jwt> known = new ConcurrentHashMap<>();

    private final Supplier<RevokedTokens> revoked;

    KnownTokens(JwtDecoder decoder, Supplier<RevokedTokens> revoked, Clock clock) {
        this.decoder = decoder;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** Whether a token was verified before and lives still. */
    boolean knows(String token) {
        Jwt seen = known.get(token);
        return seen != null && seen.getExpiresAt() != null && clock.instant().isBefore(seen.getExpiresAt());
    }

    @Override
    public Jwt decode(String token) throws JwtException {
        Jwt seen = known.get(token);
        if (seen != null && seen.getExpiresAt() != null && clock.instant().isBefore(seen.getExpiresAt())) {
            return lasting(token, seen);
        }
        known.remove(token);
        Jwt verified = lasting(token, decoder.decode(token));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(token, verified);
        return verified;
    }

    private Jwt lasting(String token, Jwt verified) {
        if (revoked.get().cover(verified.getId(), verified.getSubject(), verified.getIssuedAt())) {
            known.remove(token);
            throw new BadJwtException("the token was revoked");
        }
        return verified;
    }
}
