package org.childfile.lab.departments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 公安: signed requests, XML pages of what changed since a local time. */
final class PublicSecurity implements Desk {

    static final String APP_ID = "childfile-demo";
    static final String SECRET = "demo-public-security-secret";
    private static final int PAGE_SIZE = 1000;
    private static final Duration STALE = Duration.ofMinutes(5);
    private static final StampReader UPDATED = StampReader.xmlElement("GXSJ");

    private final Applications applications = new Applications(
            "JJ",
            new Applications.Words(
                    List.of("/abuse-reports", "/corrections"),
                    "jjbh",
                    "state",
                    "reply",
                    List.of("1", "2", "3", "4", "5"),
                    "",
                    ""));

    private final World world;
    private final Clock clock;

    PublicSecurity(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        mustBeSigned(ask);
        if (applications.knows(ask.path())) {
            return applications.answer(ask);
        }
        if (!ask.path().equals("/population/children.xml")) {
            throw Refused.unknown(ask.path());
        }
        int page = ask.page("page");
        long since = ask.since().map(Stamps::sinceLocal).orElse(Long.MIN_VALUE);
        Lines lines = world.upTo(ask.night(), "public-security.xml", UPDATED, Stamps::ofDigits);
        int[] changed = lines.places(stamp -> stamp > since);
        int pages = (changed.length + PAGE_SIZE - 1) / PAGE_SIZE;
        long from = (page - 1L) * PAGE_SIZE;
        List<byte[]> persons = lines.read(changed, from, from + PAGE_SIZE);
        return Pages.xml(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<persons page=\"" + page + "\" pages=\"" + pages
                        + "\" total=\"" + changed.length + "\">\n",
                persons,
                "\n</persons>\n");
    }

    private void mustBeSigned(DepartmentRequest ask) {
        ask.mustShow("X-App-Id", APP_ID);
        String timestamp = ask.headers().apply("X-Timestamp").orElse("");
        if (!timestamp.matches("[0-9]{1,18}")) {
            throw new Refused(401, "X-Timestamp is missing or wrong");
        }
        Duration age = Duration.ofMillis(Math.abs(clock.millis() - Long.parseLong(timestamp)));
        if (age.compareTo(STALE) > 0) {
            throw new Refused(401, "X-Timestamp is more than 5 minutes off");
        }
        ask.mustShow("X-Sign", sign(SECRET, APP_ID + "\n" + timestamp + "\n" + ask.url()));
    }

    /** Lower-case hex of the HMAC-SHA256. */
    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
