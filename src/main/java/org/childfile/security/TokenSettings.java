package org.childfile.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Whose tokens are taken: {@code CHILDFILE_TOKEN_ISSUER}, {@code CHILDFILE_TOKEN_AUDIENCE} and {@code
 * CHILDFILE_TOKEN_JWKS} (a file, or an https URL). Without them the program's own, signed by its own key.
 *
 * @param keys the keys by which tokens may be signed
 * @param published what {@code /api/v1/.well-known/jwks.json} shows; empty where another issuer publishes its keys
 */
record TokenSettings(String issuer, String audience, JWKSource<SecurityContext> keys, Optional<JWKSet> published) {

    static final String OWN_ISSUER = "childfile";
    static final String OWN_AUDIENCE = "childfile-api";

    /** @throws InvalidKey naming the variable that cannot be used */
    static TokenSettings of(Path home, Map<String, String> environment) {
        String issuer = environment.getOrDefault("CHILDFILE_TOKEN_ISSUER", "");
        String audience = environment.getOrDefault("CHILDFILE_TOKEN_AUDIENCE", OWN_AUDIENCE);
        String jwks = environment.getOrDefault("CHILDFILE_TOKEN_JWKS", "");
        if (issuer.isBlank() != jwks.isBlank()) {
            throw new InvalidKey("CHILDFILE_TOKEN_ISSUER and CHILDFILE_TOKEN_JWKS belong together: set both, or neither"
                    + " (then the program's own tokens are taken).");
        }
        if (jwks.isBlank()) {
            JWKSet own = new JWKSet(TokenKey.of(home).toPublicJWK());
            return new TokenSettings(OWN_ISSUER, audience, new ImmutableJWKSet<>(own), Optional.of(own));
        }
        return new TokenSettings(issuer, audience, source(jwks), Optional.empty());
    }

    private static JWKSource<SecurityContext> source(String jwks) {
        try {
            if (jwks.regionMatches(true, 0, "http:", 0, "http:".length())) {
                throw new InvalidKey(
                        "CHILDFILE_TOKEN_JWKS: found " + jwks + ", from where anybody on the way could send"
                                + " keys of their own. Use an https URL, or a file.");
            }
            if (jwks.startsWith("https://")) {
                return JWKSourceBuilder.<SecurityContext>create(URI.create(jwks).toURL())
                        .retrying(true)
                        .build();
            }
            return new ImmutableJWKSet<>(
                    JWKSet.parse(Files.readString(Path.of(jwks))).toPublicJWKSet());
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new InvalidKey("CHILDFILE_TOKEN_JWKS: found " + jwks + ", which is neither a file nor a URL");
        } catch (IOException e) {
            throw new InvalidKey("CHILDFILE_TOKEN_JWKS: the file " + jwks + " cannot be read");
        } catch (ParseException e) {
            throw new InvalidKey("CHILDFILE_TOKEN_JWKS: the file " + jwks + " is no set of keys (RFC 7517)");
        }
    }
}
