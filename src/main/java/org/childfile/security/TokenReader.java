package org.childfile.security;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads a token that somebody shows at the command line, by the same rules as the API. */
public final class TokenReader {

    private TokenReader() {}

    /**
     * What a token grants; empty for one that is not valid or was revoked.
     *
     * @param warehouse where revoked tokens are listed
     * @throws InvalidKey if the keys of the issuer cannot be used
     */
    public static Optional<Grant> read(
            Path home, Map<String, String> environment, DataSource warehouse, Clock clock, String token) {
        KnownTokens tokens = new KnownTokens(
                WebSecurity.decoder(TokenSettings.of(home, environment), clock),
                new Revocations(warehouse, clock)::now,
                clock);
        try {
            return Optional.of(GrantReader.read(tokens.decode(token)));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }
}
