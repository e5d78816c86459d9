package org.childfile.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    @TempDir
    private Path home = Path.of("");

    private TokenSettings of(String jwks) {
        return TokenSettings.of(home, Map.of("CHILDFILE_TOKEN_ISSUER", "https://issuer", "CHILDFILE_TOKEN_JWKS", jwks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer/jwks", "HTTP://issuer/jwks", "http://127.0.0.1/jwks"})
    void keysOverAConnectionThatProvesNothingAreRefused(String jwks) {
        assertThatThrownBy(() -> of(jwks))
                .isInstanceOf(InvalidKey.class)
                .hasMessage("CHILDFILE_TOKEN_JWKS: found " + jwks + ", from where anybody on the way could send keys of"
                        + " their own. Use an https URL, or a file.");
    }

    @Test
    void keysOverHttpsAreTaken() {
        assertThat(of("https://issuer/jwks").published()).isEmpty();
    }
}
