package org.childfile.lab.departments;

import java.io.IOException;
import java.util.List;

/** 妇联: one bearer token for three feeds, of volunteers, pairings and care records, and for the pages and digests sent to it. */
final class WomensFederation implements Desk {

    static final String TOKEN = "demo-womens-federation-token";
    private static final int PAGE_SIZE = 500;
    private static final StampReader AT = StampReader.jsonField("at");

    private final Applications applications = new Applications(
            "FL",
            new Applications.Words(
                    List.of("/pages", "/digests", "/corrections"),
                    "receiptNo",
                    "state",
                    "note",
                    List.of("received", "in-hand", "asked-back", "done", "refused"),
                    "",
                    ""));

    private final World world;

    WomensFederation(World world) {
        this.world = world;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public DepartmentAnswer answer(DepartmentRequest ask) throws IOException {
        ask.mustShow("Authorization", "Bearer " + TOKEN);
        return switch (ask.path()) {
            case "/volunteers.csv" ->
                DepartmentAnswer.of("text/csv;charset=UTF-8", world.bytes(world.file(ask.night(), "volunteers.csv")));
            case "/pairings" -> {
                Lines lines = world.snapshot(ask.night(), "pairings.ndjson");
                yield page(ask, lines, lines.places(stamp -> true));
            }
            case "/care-records" -> {
                long since = ask.since().map(Stamps::sinceRfc3339).orElse(Long.MIN_VALUE);
                Lines lines = world.upTo(ask.night(), "care-records.ndjson", AT, Stamps::ofRfc3339);
                yield page(ask, lines, lines.places(stamp -> stamp >= since));
            }
            default -> applications.answer(ask);
        };
    }

    private static DepartmentAnswer page(DepartmentRequest ask, Lines lines, int[] places) throws IOException {
        int page = ask.page("page");
        long from = (page - 1L) * PAGE_SIZE;
        return Pages.json(
                "{\"total\":" + places.length + ",\"page\":" + page + ",\"pageSize\":" + PAGE_SIZE + ",\"records\":[",
                lines.read(places, from, from + PAGE_SIZE),
                "]}");
    }
}
