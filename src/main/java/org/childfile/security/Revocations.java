package org.childfile.security;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens back before they expire. The list lies in the database and is read again every few seconds, so every process
 * that serves knows of a revocation within {@link #FRESH}. While the list cannot be read no token is taken.
 */
public final class Revocations {

    /** How old the list may be by which a token is judged. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final Duration LIVING = TokenIssuer.LONGEST.plus(Duration.ofMinutes(1));

    private final RevocationStore store;
    private final Clock clock;
    private RevokedTokens known = RevokedTokens.NONE;
    private Instant read = Instant.EPOCH;

    public Revocations(DataSource dataSource, Clock clock) {
        this.store = new RevocationStore(dataSource);
        this.clock = clock;
    }

    /**
     * A revocation: of one token, or of all of a subject.
     *
     * @param tokenId the claim {@code jti}; null where it is about a subject
     * @param subject null where it is about one token
     */
    public record Revoked(
            @Nullable String tokenId, @Nullable String subject, Instant at, String actor, String reason) {}

    /** The id of a token, which is given whole or as that id; empty where it is neither. */
    public static Optional<String> tokenId(String given) {
        if (given.matches("[\\p{Alnum}._:-]{1,100}")
                && given.chars().filter(c -> c == '.').count() < 2) {
            return Optional.of(given);
        }
        try {
            return Optional.ofNullable(SignedJWT.parse(given).getJWTClaimsSet().getJWTID());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Takes one token back. */
    public void revokeToken(String tokenId, String actor, String reason) {
        store.add(tokenId, null, actor, reason);
    }

    /** Takes all tokens back that a subject has until now. */
    public void revokeSubject(String subject, String actor, String reason) {
        store.add(null, subject, actor, reason);
    }

    /** The latest ones, the last first. */
    public List<Revoked> latest(int limit) {
        return store.latest(limit);
    }

    /** Those in force, at most {@link #FRESH} old. */
    synchronized RevokedTokens now() {
        Instant now = clock.instant();
        if (!now.isBefore(read.plus(FRESH))) {
            known = store.since(now.minus(LIVING));
            read = now;
        }
        return known;
    }
}
