package org.childfile.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.childfile.ingest.push.Signature.Headers;
import org.junit.jupiter.api.Test;

/** Signatures in the way of Standard Webhooks; the example is the one of the specification's libraries. */
class SignatureTest {

    private static final byte[] KEY =
            Signature.key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String SECONDS = "1614265330";
    private static final Instant NOW = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static boolean holds(Headers headers, byte[] body, Instant now) {
        return Signature.holds(List.of(new byte[24], KEY), headers, body, now);
    }

    @Test
    void anyOfSeveralSecretsAndSignaturesCounts() {
        assertThat(holds(new Headers(ID, SECONDS, SIGNATURE), BODY, NOW)).isTrue();
        assertThat(holds(new Headers(ID, SECONDS, "v1a,x v1,AAAA " + SIGNATURE), BODY, NOW))
                .isTrue();
        assertThat(Signature.holds(List.of(), new Headers(ID, SECONDS, SIGNATURE), BODY, NOW))
                .isFalse();
        assertThat(Signature.holds(List.of(new byte[24]), new Headers(ID, SECONDS, SIGNATURE), BODY, NOW))
                .isFalse();
    }

    @Test
    void whateverIsChangedIsNotSigned() {
        assertThat(holds(new Headers(ID + "x", SECONDS, SIGNATURE), BODY, NOW)).isFalse();
        assertThat(holds(new Headers(ID, "1614265331", SIGNATURE), BODY, NOW)).isFalse();
        assertThat(holds(new Headers(ID, SECONDS, SIGNATURE), new byte[0], NOW)).isFalse();
        for (String other : List.of("", "v1,", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9SsE")) {
            assertThat(holds(new Headers(ID, SECONDS, other), BODY, NOW))
                    .as(other)
                    .isFalse();
        }
        for (String id : List.of("", "a b", "x".repeat(256))) {
            assertThat(holds(new Headers(id, SECONDS, SIGNATURE), BODY, NOW))
                    .as(id)
                    .isFalse();
        }
    }

    @Test
    void aTimeStampMayBeFiveMinutesOffEitherWay() {
        Headers headers = new Headers(ID, SECONDS, SIGNATURE);
        assertThat(holds(headers, BODY, NOW.plusSeconds(300))).isTrue();
        assertThat(holds(headers, BODY, NOW.minusSeconds(300))).isTrue();
        assertThat(holds(headers, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(holds(headers, BODY, NOW.minusSeconds(301))).isFalse();
        assertThat(holds(new Headers(ID, "yesterday", SIGNATURE), BODY, NOW)).isFalse();
    }

    @Test
    void aSecretIsOfTheFormOfTheSpecification() {
        assertThat(Signature.key("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
        assertThat(Signature.key("whsec_c2hvcnQ=")).isEmpty();
        assertThat(Signature.key("whsec_*")).isEmpty();
    }
}
