package org.childfile.ingest.connect;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.Completion;
import org.childfile.ingest.format.FileSplitter;
import org.childfile.ingest.format.RecordIntake;
import org.childfile.ingest.format.RecordParser;
import org.childfile.ingest.format.RecordSink;

/**
 * What a department pushes, in the feed's own format: a file as its connector describes it, or one page of JSON or XML. Of
 * a page its records alone count; totals, page numbers and codes of the department's own belong to answers.
 */
public final class PushedBody {

    private PushedBody() {}

    /**
     * Hands out the records of a body.
     *
     * @throws PullFailed if the body is not whole, or not in the feed's format
     */
    public static Completion read(Connector connector, byte[] body, RecordSink sink, Clock clock) {
        RecordIntake intake = new RecordIntake(connector, sink, clock);
        switch (connector.format()) {
            case Format.Json json -> take(JsonPageReader.read(recordsOf(json), body), connector, intake);
            case Format.Xml xml -> take(XmlPageReader.read(xml, body), connector, intake);
            case Format.Csv ignored -> FileSplitter.split(new ByteArrayInputStream(body), intake);
            case Format.Ndjson ignored -> FileSplitter.split(new ByteArrayInputStream(body), intake);
            case Format.Xlsx ignored -> FileSplitter.split(new ByteArrayInputStream(body), intake);
        }
        return intake.complete(Optional.empty());
    }

    private static Format.Json recordsOf(Format.Json json) {
        return new Format.Json(
                json.records(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void take(FeedPage page, Connector connector, RecordIntake intake) {
        RecordParser parser = RecordParser.of(connector.format(), List.of());
        for (int i = 0; i < page.records().size(); i++) {
            intake.take("record " + (i + 1), page.records().get(i), parser);
        }
    }
}
