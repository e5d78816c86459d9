package org.childfile.lab.departments;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** 民政: OAuth2 client credentials, numbered pages in a business envelope. */
final class CivilAffairs implements Desk {

    static final String CLIENT_ID = "childfile-demo";
    static final String CLIENT_SECRET = "demo-civil-affairs-secret";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Applications applications = new Applications(
            "MZ",
            new Applications.Words(
                    List.of("/api/applications", "/api/abuse-reports", "/api/corrections"),
                    "hzh",
                    "blzt",
                    "bz",
                    List.of("10", "20", "30", "90", "99"),
                    "{\"code\":0,\"message\":\"ok\",\"data\":",
                    "}"));

    private final World world;
    private final Clock clock;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    CivilAffairs(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        return switch (ask.path()) {
            case "/oauth/token" -> token(ask);
            case "/api/children" -> children(ask);
            default -> {
                if (!shown(ask)) {
                    throw new Refused(401, "token expired");
                }
                yield applications.answer(ask);
            }
        };
    }

    /** Whether the token is one of those in force. */
    private boolean shown(DepartmentRequest ask) {
        String authorization = ask.headers().apply("Authorization").orElse("");
        if (!authorization.startsWith("Bearer ")) {
            throw new Refused(401, "Authorization is missing or wrong");
        }
        Instant expiry = expiries.get(authorization.substring("Bearer ".length()));
        return expiry != null && clock.instant().isBefore(expiry);
    }

    private DepartmentAnswer token(DepartmentRequest ask) {
        Map<String, String> form = DepartmentRequest.form(ask.body());
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            throw new Refused(400, "grant_type must be client_credentials");
        }
        if (!DepartmentRequest.same(form.getOrDefault("client_id", ""), CLIENT_ID)
                || !DepartmentRequest.same(form.getOrDefault("client_secret", ""), CLIENT_SECRET)) {
            throw new Refused(401, "client_id or client_secret is wrong");
        }
        String token = UUID.randomUUID().toString();
        expiries.put(token, clock.instant().plus(LIFETIME));
        return DepartmentAnswer.json(
                200, "{\"access_token\":\"" + token + "\",\"expires_in\":" + LIFETIME.toSeconds() + "}");
    }

    private DepartmentAnswer children(DepartmentRequest ask) throws IOException {
        if (!shown(ask)) {
            return DepartmentAnswer.json(200, Pages.error(40101, "token expired"));
        }
        int pageNo = ask.page("pageNo");
        int pageSize = ask.number("pageSize", 500, 1000);
        Lines lines = world.snapshot(ask.night(), "civil-affairs.ndjson");
        int[] all = lines.places(stamp -> true);
        long from = (pageNo - 1L) * pageSize;
        return Pages.json(
                "{\"code\":0,\"message\":\"ok\",\"data\":{\"total\":" + all.length + ",\"pageNo\":" + pageNo
                        + ",\"pageSize\":" + pageSize + ",\"records\":[",
                lines.read(all, from, from + pageSize),
                "]}}");
    }

    void expireTokens() {
        expiries.clear();
    }
}
