package org.childfile.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.childfile.ingest.connector.Connector.Auth;
import org.childfile.ingest.connector.Connector.Auth.Signature.Algorithm;
import org.childfile.lab.departments.Sm3;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_795_284_000_123L), ZoneOffset.UTC);
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TOKEN", "a$1b", "APP", "childfile", "SECRET", "s3cret", "EMPTY", " ");

    private final Credentials credentials = new Credentials(ENVIRONMENT, CLOCK);

    /** RFC 4231, test case 2. */
    @Test
    void theSignatureIsHmacSha256InLowerCaseHex() {
        assertThat(Credentials.sign(Algorithm.HMAC_SHA256, "Jefe", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    /** Computed by OpenSSL 3.0: {@code openssl dgst -sm3 -hmac Jefe}. */
    @Test
    void theSignatureIsHmacSm3WhereTheConnectorSaysSo() {
        assertThat(Credentials.sign(Algorithm.HMAC_SM3, "Jefe", "what do ya want for nothing?"))
                .isEqualTo("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
    }

    @Test
    void theSignatureIsHmacSm3ByTheTextOfTheStandardsForEveryLengthOfKeyAndText() {
        for (int length = 1; length <= 130; length++) {
            String key = "钥k".repeat(length).substring(0, length);
            String text = "x".repeat(length * 3);
            assertThat(Credentials.sign(Algorithm.HMAC_SM3, key, text))
                    .as("%d characters", length)
                    .isEqualTo(Sm3.hmac(key, text));
        }
    }

    @Test
    void aSignedRequestNamesTheAppTheTimeAndTheSignatureOverAllThree() {
        Map<String, String> headers = credentials.headers(
                new Auth.Signature(Algorithm.HMAC_SHA256, template("${APP}"), template("${SECRET}")),
                "/population/children.xml?page=1",
                "");

        assertThat(headers)
                .isEqualTo(Map.of(
                        "X-App-Id",
                        "childfile",
                        "X-Timestamp",
                        "1795284000123",
                        "X-Sign",
                        Credentials.sign(
                                Algorithm.HMAC_SHA256,
                                "s3cret",
                                "childfile\n1795284000123\n/population/children.xml?page=1")));
    }

    @Test
    void tokensAndKeysStandInTheirHeaders() {
        assertThat(credentials.headers(new Auth.None(), "/", "")).isEmpty();
        assertThat(credentials.headers(new Auth.Bearer(template("${TOKEN}")), "/", ""))
                .isEqualTo(Map.of("Authorization", "Bearer a$1b"));
        assertThat(credentials.headers(new Auth.ApiKey("X-Api-Key", template("${TOKEN}")), "/", ""))
                .isEqualTo(Map.of("X-Api-Key", "a$1b"));
        assertThat(credentials.headers(
                        new Auth.OAuth2("/token", template("${APP}"), template("${SECRET}")), "/", "fetched"))
                .isEqualTo(Map.of("Authorization", "Bearer fetched"));
    }

    @Test
    void aVariableThatIsNotSetOrBlankIsNamedWithFileAndPurpose() {
        for (String variable : new String[] {"ABSENT", "EMPTY"}) {
            assertThatThrownBy(() -> template("${" + variable + "}").resolve(ENVIRONMENT))
                    .isInstanceOf(PullFailed.class)
                    .hasMessage(
                            "connectors/x.yaml: " + variable + " is not set (sent as a test). Set it and run again.");
        }
    }

    @Test
    void aVariableWithADefaultNeedNotBeSet() {
        Template template = template("http://${HOST:-localhost}:${PORT:-80}/${APP}");

        assertThat(template.resolve(ENVIRONMENT)).isEqualTo("http://localhost:80/childfile");
        assertThat(template.missing(ENVIRONMENT)).isEmpty();
        assertThat(template.variables()).containsExactly("HOST", "PORT", "APP");
    }

    @Test
    void aSecretIsNeverPartOfItsText() {
        assertThat(new Auth.Bearer(template("${TOKEN}")))
                .asString()
                .contains("${TOKEN}")
                .doesNotContain("a$1b");
    }

    private static Template template(String text) {
        return new Template(text, "connectors/x.yaml", "sent as a test");
    }
}
