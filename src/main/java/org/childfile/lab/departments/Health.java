package org.childfile.lab.departments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** 卫健: an API key, and pages behind a cursor. Under load, each night's first request is asked to come again. */
final class Health implements Desk {

    static final String API_KEY = "demo-health-api-key";
    private static final StampReader UPDATED = StampReader.jsonField("updatedAt");

    /** Where a cursor stands: the place of the next line among all lines, and the since that it began with. */
    private record Cursor(int place, String since) {

        String encoded() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((place + "|" + since).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor decoded(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int bar = plain.indexOf('|');
                if (bar > 0) {
                    return new Cursor(Integer.parseInt(plain.substring(0, bar)), plain.substring(bar + 1));
                }
            } catch (IllegalArgumentException e) {
                throw unknown();
            }
            throw unknown();
        }

        private static Refused unknown() {
            return new Refused(400, "cursor is none that was given out");
        }
    }

    private final Applications applications = new Applications(
            "WJ",
            new Applications.Words(
                    List.of("/v2/applications", "/v2/corrections"),
                    "receipt",
                    "state",
                    "note",
                    List.of("received", "assigned", "more-information", "completed", "declined"),
                    "",
                    ""));

    private final World world;
    private final boolean underLoad;
    private final Set<Integer> nightsBegun = ConcurrentHashMap.newKeySet();

    Health(World world, boolean underLoad) {
        this.world = world;
        this.underLoad = underLoad;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        ask.mustShow("X-Api-Key", API_KEY);
        if (applications.knows(ask.path())) {
            return applications.answer(ask);
        }
        if (!ask.path().equals("/v2/child-health")) {
            throw Refused.unknown(ask.path());
        }
        if (underLoad && nightsBegun.add(ask.night())) {
            return new Refused(429, "too many requests").answer().withHeader("Retry-After", "1");
        }
        int limit = ask.number("limit", 1000, 1000);
        String given = ask.query().getOrDefault("cursor", "");
        Cursor cursor = given.isEmpty() ? new Cursor(0, ask.since().orElse("")) : Cursor.decoded(given);
        long since = cursor.since().isEmpty() ? Long.MIN_VALUE : Stamps.sinceRfc3339(cursor.since());
        Lines lines = world.upTo(ask.night(), "health.ndjson", UPDATED, Stamps::ofRfc3339);
        int[] changed = lines.places(stamp -> stamp > since);
        int found = Arrays.binarySearch(changed, cursor.place());
        int from = found < 0 ? -found - 1 : found;
        int to = Math.min(changed.length, from + limit);
        String next = to < changed.length ? Pages.quoted(new Cursor(changed[to], cursor.since()).encoded()) : "null";
        String newest = lines.newest().isEmpty() ? cursor.since() : lines.newest();
        return Pages.json(
                "{\"items\":[",
                lines.read(changed, from, to),
                "],\"next\":" + next + ",\"watermark\":" + (newest.isEmpty() ? "null" : Pages.quoted(newest)) + "}");
    }
}
