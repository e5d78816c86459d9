package org.childfile.lab.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.childfile.security.Grant;
import org.childfile.security.TokenIssuer;

/** A valid token, and beside it expired, forged and broken ones. */
final class FuzzTokens {

    private static final Duration LIFE = Duration.ofMinutes(59);

    private FuzzTokens() {}

    /**
     * The valid one first.
     *
     * @param stranger a home whose key is another one
     */
    static List<String> of(Path home, Path stranger, String division) {
        Grant grant =
                new Grant("fuzz", "district", List.of("care"), List.of(division), List.of(), Optional.empty(), "fuzz");
        Clock now = Clock.systemUTC();
        String valid = new TokenIssuer(home, now).issue(grant, LIFE);
        String expired = new TokenIssuer(home, Clock.offset(now, Duration.ofHours(-2))).issue(grant, LIFE);
        String another = new TokenIssuer(stranger, now).issue(grant, LIFE);
        String[] parts = valid.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String wider = encoded(claims.replace("\"" + division + "\"", "\"\""));
        return List.of(
                valid,
                expired,
                another,
                encoded("{\"alg\":\"none\"}") + "." + wider + ".",
                parts[0] + "." + wider + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                "x",
                "x.y.z",
                "ÿ",
                "a".repeat(4000),
                valid.substring(0, valid.length() - 5));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
