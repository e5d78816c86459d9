package org.childfile.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues the program's own tokens (RFC 7519), signed by the key of its home. */
public final class TokenIssuer {

    /** A token lives no longer, whoever issued it. */
    public static final Duration LONGEST = Duration.ofHours(1);

    /** The claim that says who issued a token: not the program, which the claim {@code iss} names, but the person at it. */
    static final String ISSUED_BY = "issued_by";

    private final ECKey key;
    private final Clock clock;

    /** @throws InvalidKey if the key of the home cannot be used */
    public TokenIssuer(Path home, Clock clock) {
        this.key = TokenKey.of(home);
        this.clock = clock;
    }

    /**
     * A token for the audience of this program's API.
     *
     * @param life more than nothing, at most {@link #LONGEST}
     */
    public String issue(Grant grant, Duration life) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token lives between a second and an hour, not " + life);
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(TokenSettings.OWN_ISSUER)
                .audience(TokenSettings.OWN_AUDIENCE)
                .subject(grant.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .claim("role", grant.role())
                .claim("purposes", grant.purposes())
                .claim("divisions", grant.divisions())
                .claim("children", grant.children())
                .claim(ISSUED_BY, grant.issuer());
        grant.attributes().ifPresent(attributes -> claims.claim("attributes", attributes));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the token cannot be signed", e);
        }
        return token.serialize();
    }
}
