package org.childfile.ingest.connector;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.childfile.ingest.connector.Connector.Auth;

/** The headers by which a request shows who asks. */
public final class Credentials {

    private final Map<String, String> environment;
    private final Clock clock;

    public Credentials(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Headers of one request; an OAuth2 feed's token is fetched elsewhere and handed in. */
    public Map<String, String> headers(Auth auth, String pathAndQuery, String token) {
        return switch (auth) {
            case Auth.None ignored -> Map.of();
            case Auth.Bearer bearer ->
                Map.of("Authorization", "Bearer " + bearer.token().resolve(environment));
            case Auth.ApiKey apiKey -> Map.of(apiKey.header(), apiKey.key().resolve(environment));
            case Auth.OAuth2 ignored -> Map.of("Authorization", "Bearer " + token);
            case Auth.Signature signature -> {
                String appId = signature.appId().resolve(environment);
                String timestamp = Long.toString(clock.millis());
                yield Map.of(
                        "X-App-Id",
                        appId,
                        "X-Timestamp",
                        timestamp,
                        "X-Sign",
                        sign(
                                signature.algorithm(),
                                signature.secret().resolve(environment),
                                appId + "\n" + timestamp + "\n" + pathAndQuery));
            }
        };
    }

    /** Lower-case hex of the keyed digest. */
    static String sign(Auth.Signature.Algorithm algorithm, String secret, String text) {
        Digest digest = switch (algorithm) {
            case HMAC_SHA256 -> new SHA256Digest();
            case HMAC_SM3 -> new SM3Digest();
        };
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] signature = new byte[mac.getMacSize()];
        mac.doFinal(signature, 0);
        return HexFormat.of().formatHex(signature);
    }

    /** Everything of a peer that may hold variables. */
    static List<Template> templates(Endpoint endpoint) {
        return switch (endpoint.auth()) {
            case Auth.None ignored -> List.of(endpoint.url());
            case Auth.Bearer bearer -> List.of(endpoint.url(), bearer.token());
            case Auth.ApiKey apiKey -> List.of(endpoint.url(), apiKey.key());
            case Auth.OAuth2 oauth -> List.of(endpoint.url(), oauth.clientId(), oauth.clientSecret());
            case Auth.Signature signature -> List.of(endpoint.url(), signature.appId(), signature.secret());
        };
    }
}
