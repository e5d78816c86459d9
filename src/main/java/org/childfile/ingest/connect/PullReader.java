package org.childfile.ingest.connect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Fetch;
import org.childfile.ingest.connector.Connector.Since;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.Completion;
import org.childfile.ingest.format.FileSplitter;
import org.childfile.ingest.format.RecordIntake;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one whole pull by the style of its connector. */
final class PullReader {

    private final Connector connector;
    private final Department department;
    private final RecordIntake intake;
    private final boolean inDirectory;

    PullReader(Connector connector, Department department, RecordIntake intake, boolean inDirectory) {
        this.connector = connector;
        this.department = department;
        this.intake = intake;
        this.inDirectory = inDirectory;
    }

    Completion read(Optional<String> watermark) {
        return switch (connector.fetch()) {
            case Fetch.OneFile file -> oneFile(file);
            case Fetch.Manifest manifest -> inDirectory ? newestFile(manifest) : manifest(manifest);
            case Fetch.Pages pages -> {
                FeedPages reader = new FeedPages(connector, department, intake);
                reader.numbered(pages, parameter(pages.since(), watermark));
                Completion completion = intake.complete(Optional.empty());
                yield pages.since().filter(Since::count).isPresent() && watermark.isPresent()
                        ? completion.withAll(reader.total(pages))
                        : completion;
            }
            case Fetch.Cursor cursor ->
                intake.complete(new FeedPages(connector, department, intake)
                        .chained(cursor, parameter(cursor.since(), watermark)));
        };
    }

    private Completion oneFile(Fetch.OneFile file) {
        try (Answer answer = department.ask(file.path(), whole -> whole)) {
            split(answer);
            file.rowCountHeader().flatMap(answer::header).ifPresent(told -> {
                if (!told.strip().equals(Integer.toString(intake.records()))) {
                    throw new PullFailed(
                            PullFailed.Reason.WRONG_TOTAL,
                            "the department tells of " + Answer.printable(told) + " rows, but " + intake.records()
                                    + " came");
                }
            });
        }
        return intake.complete(Optional.empty());
    }

    private Completion newestFile(Fetch.Manifest manifest) {
        try (Answer answer = department.newest(manifest.pattern(), whole -> whole)) {
            split(answer);
        }
        return intake.complete(Optional.empty());
    }

    /** What a manifest says of its file. */
    private record Promise(String file, String sha256, OptionalInt rows) {}

    private Completion manifest(Fetch.Manifest manifest) {
        Promise promise = department.ask(manifest.path(), PullReader::promise);
        String path = manifest.filePath().replace("{file}", encoded(promise.file()));
        try (Answer answer = department.ask(path, whole -> matching(whole, promise))) {
            split(answer);
        }
        if (promise.rows().isPresent() && promise.rows().getAsInt() != intake.records()) {
            throw new PullFailed(
                    PullFailed.Reason.WRONG_TOTAL,
                    "the manifest tells of " + promise.rows().getAsInt() + " rows, but " + intake.records() + " came");
        }
        return intake.complete(Optional.empty());
    }

    private static Promise promise(Answer answer) throws IOException {
        try (answer) {
            byte[] bytes = answer.bytes();
            FileSplitter.refuseHtml(bytes);
            JsonNode node = JsonMapper.shared().readTree(bytes);
            String file = node.path("file").asString("");
            if (!RequestAddress.plainName(file)) {
                throw new PullFailed(
                        PullFailed.Reason.NOT_THE_FORMAT, "the manifest names no file, or one that is not its own");
            }
            JsonNode rows = node.path("rows");
            return new Promise(
                    file,
                    node.path("sha256").asString(""),
                    rows.isInt() ? OptionalInt.of(rows.asInt()) : OptionalInt.empty());
        } catch (JacksonException e) {
            throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "the manifest is no JSON document");
        }
    }

    private static Answer matching(Answer answer, Promise promise) throws IOException {
        Digests.refuseOther(
                Optional.of(promise.sha256()).filter(digest -> !digest.isEmpty()),
                answer.body(),
                "the one that the manifest tells");
        return answer;
    }

    private void split(Answer answer) {
        try (InputStream in = answer.body().open()) {
            FileSplitter.split(in, intake);
        } catch (IOException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the stored answer cannot be read", -1, e);
        }
    }

    /** The query parameter from which a delta goes on; empty for a first pull. */
    private String parameter(Optional<Since> since, Optional<String> watermark) {
        if (since.isEmpty() || watermark.isEmpty()) {
            return "";
        }
        String from = givesWatermark() ? watermark.get() : before(watermark.get(), since.get());
        String value = since.get()
                .form()
                .map(form -> DateTimeFormatter.ofPattern(form)
                        .withZone(connector.schedule().zone())
                        .format(Instant.parse(from)))
                .orElse(from);
        return "&" + since.get().parameter() + "=" + encoded(value);
    }

    private boolean givesWatermark() {
        return connector.format() instanceof Connector.Format.Json json
                && json.watermark().isPresent();
    }

    /** The latest stamp that came, less the overlap: what was written late, or in the same second, comes once more. */
    private static String before(String watermark, Since since) {
        return Instant.parse(watermark).minus(since.overlap()).toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
