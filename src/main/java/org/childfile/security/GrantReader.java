package org.childfile.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads what a token grants; one that grants nothing readable, or lives too long, is no valid token. */
final class GrantReader implements OAuth2TokenValidator<Jwt> {

    private final Clock clock;
    private final Duration skew;

    /** @param skew by what the issuer's clock may be ahead */
    GrantReader(Clock clock, Duration skew) {
        this.clock = clock;
        this.skew = skew;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (token.getIssuedAt() == null
                || token.getExpiresAt() == null
                || token.getExpiresAt().isAfter(token.getIssuedAt().plus(TokenIssuer.LONGEST))) {
            return refused("iat and exp must be given and lie at most an hour apart");
        }
        if (token.getIssuedAt().isAfter(clock.instant().plus(skew))) {
            return refused("iat lies in the future");
        }
        try {
            read(token);
            return OAuth2TokenValidatorResult.success();
        } catch (IllegalArgumentException e) {
            return refused("the claims sub, role, purposes, divisions, children, attributes are not as they should be");
        }
    }

    /** @throws IllegalArgumentException if a claim is missing or malformed */
    static Grant read(Jwt token) {
        return new Grant(
                text(token.getClaims().get("sub")),
                text(token.getClaims().get("role")),
                texts(token.getClaims().get("purposes")),
                texts(token.getClaims().get("divisions")),
                texts(token.getClaims().get("children")),
                token.hasClaim("attributes")
                        ? Optional.of(texts(token.getClaims().get("attributes")))
                        : Optional.empty(),
                text(token.getClaims().getOrDefault(TokenIssuer.ISSUED_BY, token.getClaimAsString("iss"))));
    }

    private static String text(@Nullable Object claim) {
        if (claim instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text");
    }

    private static List<String> texts(@Nullable Object claim) {
        if (claim == null) {
            return List.of();
        }
        if (claim instanceof List<?> list) {
            return list.stream().map(GrantReader::text).toList();
        }
        throw new IllegalArgumentException("no list");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
