package org.childfile.security;

import com.nimbusds.jose.jwk.JWKSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The public keys by which others can verify the program's own tokens (RFC 7517). */
@Component
@ConditionalOnWebApplication
public final class Published {

    private final String keys;

    Published(TokenSettings settings) {
        this.keys = settings.published().orElseGet(JWKSet::new).toString(true);
    }

    /** A JSON document; without keys where another issuer's tokens are taken. */
    public String keys() {
        return keys;
    }
}
