package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.childfile.cli.run.TestServing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tokens are taken, and that none of those that are forged is. */
class TokenTest {

    private static final TestServing SERVING = TestServing.get();
    private static final String GOOD = SERVING.token("city", "care", "");

    private static ECKey own() throws IOException, ParseException {
        return ECKey.parse(Files.readString(SERVING.home().resolve("keys/token.key")));
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("childfile")
                .audience("childfile-api")
                .subject("test")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("role", "city")
                .claim("purposes", List.of("care"))
                .claim("divisions", List.of(""));
    }

    private static String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                change.apply(claims()).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String answer(String token) {
        return Asked.get(token, "/children?limit=1").problem();
    }

    @Test
    void aTokenOfTheCommandIsTaken() throws Exception {
        assertThat(Asked.get(GOOD, "/children?limit=1").status()).isEqualTo(200);
        assertThat(Asked.get(signed(own(), all -> all), "/children?limit=1").status())
                .isEqualTo(200);
    }

    @Test
    void theSigningKeyIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(SERVING.home().resolve("keys/token.key"))))
                .isEqualTo("rw-------");
        assertThat(Asked.get("", "/.well-known/jwks.json").response().body())
                .contains("\"crv\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void withoutATokenNothingIsToldButThatOneIsNeeded() {
        Asked asked = Asked.get("", "/children");

        assertThat(asked.problem()).isEqualTo("401 no-token");
        assertThat(asked.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(asked.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aForgedTokenIsRefused() throws Exception {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID(own().getKeyID()).generate();
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        confused.sign(
                new MACSigner(own().toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String[] parts = GOOD.split("\\.");
        Map<String, String> forged = Map.of(
                "signed by another key", signed(other, all -> all),
                "not signed", new PlainJWT(claims().build()).serialize(),
                "signed with the public key as a password", confused.serialize(),
                "another's signature",
                        parts[0] + "." + signed(own(), all -> all).split("\\.")[1] + "." + parts[2],
                "no token", "x.y.z",
                "cut short", GOOD.substring(0, GOOD.length() - 9));

        forged.forEach((how, token) -> assertThat(answer(token)).as(how).isEqualTo("401 invalid-token"));
    }

    @Test
    void aTokenThatIsNotForHereOrNotForNowIsRefused() throws Exception {
        Instant now = Instant.now();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new LinkedHashMap<>(Map.of(
                "another issuer", all -> all.issuer("elsewhere"),
                "another audience", all -> all.audience("elsewhere"),
                "expired",
                        all -> all.expirationTime(Date.from(now.minusSeconds(60)))
                                .issueTime(Date.from(now.minusSeconds(120))),
                "not yet", all -> all.notBeforeTime(Date.from(now.plusSeconds(300))),
                "for ever", all -> all.expirationTime(null),
                "for a day", all -> all.expirationTime(Date.from(now.plusSeconds(86_400))),
                "no role", all -> all.claim("role", null),
                "a role that is no word", all -> all.claim("role", Map.of("a", 1)),
                "no purpose", all -> all.claim("purposes", List.of()),
                "a division that is none", all -> all.claim("divisions", List.of("5%"))));
        wrong.put("no time of issue", all -> all.issueTime(null));
        wrong.put(
                "issued tomorrow",
                all -> all.issueTime(Date.from(now.plusSeconds(86_400)))
                        .expirationTime(Date.from(now.plusSeconds(86_700))));
        wrong.put("issued in a minute", all -> all.issueTime(Date.from(now.plusSeconds(60))));
        wrong.put("an hour and a minute", all -> all.expirationTime(Date.from(now.plusSeconds(3660))));
        wrong.put("no id", all -> all.jwtID(null));

        for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> each : wrong.entrySet()) {
            assertThat(answer(signed(own(), each.getValue()))).as(each.getKey()).isEqualTo("401 invalid-token");
        }
    }

    @Test
    void aRevokedTokenIsRefusedWithinSecondsAndTheOthersAreNot() {
        String revoked = SERVING.token("city", "care", "");
        assertThat(Asked.get(revoked, "/children?limit=1").status()).isEqualTo(200);

        assertThat(SERVING.command("token", "revoke", revoked, "--reason", "lost"))
                .startsWith("revoked the token ");
        refusedInTime(revoked);

        assertThat(Asked.get(GOOD, "/children?limit=1").status()).isEqualTo(200);
        assertThat(SERVING.command("token", "revoked")).contains("lost");
    }

    @Test
    void allTokensOfASubjectAreRefusedThatWereIssuedUntilThenAndNoneOfAnother() {
        String revoked = SERVING.token("city", "care", "", "--subject", "wang");
        String other = SERVING.token("city", "care", "", "--subject", "wang2");

        SERVING.command("token", "revoke", "--subject", "wang");
        assertThat(SERVING.command("audit", "list", "--limit", "5")).contains("token revoke");
        refusedInTime(revoked);

        assertThat(Asked.get(other, "/children?limit=1").status()).isEqualTo(200);
    }

    /** Asks until it is refused; a token that is never refused fails by the test's end. */
    private static void refusedInTime(String token) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Asked.get(token, "/children?limit=1").status() == 200 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(answer(token)).isEqualTo("401 invalid-token");
    }

    @Test
    void thePurposeIsOneOfTheTokens() throws Exception {
        String two = signed(own(), all -> all.claim("purposes", List.of("care", "statistics")));

        assertThat(Asked.get(two, "/children?limit=1").problem()).isEqualTo("403 purpose-needed");
        assertThat(Asked.get(two, "/children?limit=1", "X-Purpose", "statistics")
                        .status())
                .isEqualTo(200);
        assertThat(Asked.get(two, "/children?limit=1", "X-Purpose", "audit").problem())
                .isEqualTo("403 purpose-not-granted");
    }

    /** Tokens that the command refuses to issue: a role that is not known, one without its children, a purpose that is none of its. */
    @ParameterizedTest
    @CsvSource({"emperor, care", "caring-mother, care", "district, audit"})
    void aTokenThatGrantsNothingSeesNobody(String role, String purpose) throws Exception {
        String token = signed(own(), all -> all.claim("role", role).claim("purposes", List.of(purpose)));

        assertThat(Asked.get(token, "/children").items()).isEmpty();
    }

    @Test
    void aRefusalIsInChineseUnlessEnglishIsPreferred() {
        Asked chinese = Asked.get("", "/children");
        Asked english = Asked.get("", "/children", "Accept-Language", "en-GB, zh;q=0.5");

        assertThat(chinese.response().body())
                .isEqualTo("{\"type\":\"urn:childfile:problem:no-token\",\"title\":\"需要令牌\",\"status\":401,"
                        + "\"detail\":\"请发送请求头 Authorization: Bearer TOKEN。操作员用 childfile token 签发令牌。\","
                        + "\"code\":\"no-token\"}");
        assertThat(english.json().get("title").stringValue()).isEqualTo("A token is needed");
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void answersTellBrowsersToKeepAndRunNothing() {
        Asked asked = Asked.get(GOOD, "/children?limit=1");

        assertThat(asked.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(asked.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(asked.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(asked.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(asked.header("Cache-Control")).contains("no-store");
        assertThat(asked.header("Server")).isEmpty();
    }
}
