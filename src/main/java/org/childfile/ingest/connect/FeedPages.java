package org.childfile.ingest.connect;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Fetch;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.RecordIntake;
import org.childfile.ingest.format.RecordParser;
import org.childfile.kernel.Sha256;

/** Reads a feed that comes in pages, numbered or behind a cursor, and proves that none is missing. */
final class FeedPages {

    private final Connector connector;
    private final Department department;
    private final RecordIntake intake;
    private final RecordParser parser;
    private final Set<String> digests = new HashSet<>();

    FeedPages(Connector connector, Department department, RecordIntake intake) {
        this.connector = connector;
        this.department = department;
        this.intake = intake;
        this.parser = RecordParser.of(connector.format(), List.of());
    }

    /** Numbered pages, until as many records came as the total says. */
    void numbered(Fetch.Pages fetch, String since) {
        int total = -1;
        for (int number = 1; ; number++) {
            String path = fetch.path()
                            .replace("{page}", Integer.toString(number))
                            .replace("{size}", Integer.toString(fetch.pageSize()))
                    + since;
            int expected = number;
            FeedPage page = department.ask(path.replaceFirst("&", path.contains("?") ? "&" : "?"), answer -> {
                FeedPage read = page(answer);
                if (read.number().orElse(expected) != expected) {
                    throw new PullFailed(
                            PullFailed.Reason.REPEATED_PAGE,
                            "page " + read.number().getAsInt() + " came where page " + expected + " was asked for");
                }
                return read;
            });
            int told = page.total()
                    .orElseThrow(() -> new PullFailed(
                            PullFailed.Reason.NOT_THE_FORMAT,
                            "page " + expected + " does not say the total of records"));
            if (total >= 0 && told != total) {
                throw new PullFailed(
                        PullFailed.Reason.WRONG_TOTAL,
                        "page 1 tells of " + total + " records, page " + number + " of " + told);
            }
            total = told;
            take(page, number);
            boolean last = page.pages().isPresent() ? number >= page.pages().getAsInt() : intake.records() >= total;
            if (last || page.records().isEmpty()) {
                break;
            }
        }
        if (intake.records() != total) {
            throw new PullFailed(
                    PullFailed.Reason.WRONG_TOTAL,
                    "the department tells of " + total + " records, but " + intake.records() + " came");
        }
    }

    /** How many records the department has in all, as the first page of everything says. */
    OptionalInt total(Fetch.Pages fetch) {
        String path = fetch.path().replace("{page}", "1").replace("{size}", Integer.toString(fetch.pageSize()));
        return department.ask(path, this::page).total();
    }

    /** Pages behind a cursor, until there is no next; gives the watermark of the last. */
    Optional<String> chained(Fetch.Cursor fetch, String since) {
        Optional<String> cursor = Optional.empty();
        for (int number = 1; ; number++) {
            String parameters = cursor.map(value -> "&" + fetch.cursorParameter() + "=" + PullReader.encoded(value))
                            .orElse("")
                    + since;
            String path = fetch.path() + parameters;
            FeedPage page = department.ask(path.contains("?") ? path : path.replaceFirst("&", "?"), this::page);
            take(page, number);
            if (page.next().isEmpty()) {
                return page.watermark();
            }
            if (page.next().equals(cursor)) {
                throw new PullFailed(
                        PullFailed.Reason.REPEATED_PAGE, "page " + number + " names itself as the next one");
            }
            cursor = page.next();
        }
    }

    private FeedPage page(Answer answer) throws java.io.IOException {
        try (answer) {
            return switch (connector.format()) {
                case Format.Json json -> JsonPageReader.read(json, answer.bytes());
                case Format.Xml xml -> XmlPageReader.read(xml, answer.bytes());
                case Format.Csv ignored -> throw fileFormat();
                case Format.Ndjson ignored -> throw fileFormat();
                case Format.Xlsx ignored -> throw fileFormat();
            };
        }
    }

    private PullFailed fileFormat() {
        return new PullFailed(
                PullFailed.Reason.NOT_CONFIGURED,
                connector.file() + ": pages come as json or xml; set fetch.style to file or manifest");
    }

    private void take(FeedPage page, int number) {
        if (!page.records().isEmpty() && !digests.add(digest(page))) {
            throw new PullFailed(
                    PullFailed.Reason.REPEATED_PAGE, "page " + number + " holds the same records as an earlier page");
        }
        for (int i = 0; i < page.records().size(); i++) {
            intake.take("page " + number + " record " + (i + 1), page.records().get(i), parser);
        }
    }

    private static String digest(FeedPage page) {
        MessageDigest digest = Sha256.fresh();
        page.records().forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }
}
