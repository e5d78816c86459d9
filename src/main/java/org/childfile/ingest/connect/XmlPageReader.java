package org.childfile.ingest.connect;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.FileSplitter;
import org.childfile.ingest.format.PageText;
import org.childfile.ingest.format.XmlRecord;

/**
 * Reads an XML page. The parser sees the whole page and counts its records; the bytes of each are then cut out by their
 * tags. If both do not come to the same count (a tag inside a comment, say), the page is refused rather than guessed at.
 */
final class XmlPageReader {

    private XmlPageReader() {}

    static FeedPage read(Connector.Format.Xml format, byte[] body) {
        refuseHtml(body);
        List<Span> spans = cut(format.record(), body);
        Scanned scanned;
        int counted;
        try {
            scanned = scan(format.record(), PageText.xml(body));
            counted = scanned.records();
        } catch (XMLStreamException e) {
            scanned = frame(format.record(), body, spans);
            counted = spans.size();
        }
        if (spans.size() != counted) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the page has " + counted + " records, but " + spans.size() + " can be cut out of it");
        }
        return new FeedPage(
                spans.stream()
                        .map(span -> Arrays.copyOfRange(body, span.from(), span.to()))
                        .toList(),
                known(scanned.page()),
                known(scanned.pages()),
                known(scanned.total()),
                Optional.empty(),
                Optional.empty());
    }

    /** What a page says of itself, and how many records it has; -1 for what it does not say. */
    private record Scanned(int page, int pages, int total, int records) {}

    /** Where a record stands in a page, from its first byte to behind its last one. */
    private record Span(int from, int to) {}

    /** A page that is whole but for what stands inside its records: each of those is then refused by itself. */
    private static Scanned frame(String record, byte[] body, List<Span> spans) {
        byte[] frame = PageText.xml(body).clone();
        spans.forEach(span -> Arrays.fill(frame, span.from(), span.to(), (byte) ' '));
        try {
            return scan(record, frame);
        } catch (XMLStreamException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the page is no whole XML document");
        }
    }

    private static Scanned scan(String record, byte[] body) throws XMLStreamException {
        XMLStreamReader reader = XmlRecord.factory().createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
        do {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw forbidden();
            }
        } while (!reader.isStartElement());
        int[] numbers = {number(reader, "page"), number(reader, "pages"), number(reader, "total")};
        int counted = 0;
        int depth = 0;
        while (depth >= 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && reader.getLocalName().equals(record)) {
                        counted++;
                    }
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden();
                default -> {}
            }
        }
        return new Scanned(numbers[0], numbers[1], numbers[2], counted);
    }

    private static void refuseHtml(byte[] body) {
        String start = new String(body, 0, Math.min(200, body.length), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            FileSplitter.refuseHtml(body);
        }
        if (start.contains("<!doctype")) {
            throw forbidden();
        }
    }

    private static PullFailed forbidden() {
        return new PullFailed(
                PullFailed.Reason.FORBIDDEN_XML, "the page holds a document type or an entity; such XML is refused");
    }

    private static int number(XMLStreamReader reader, String attribute) throws XMLStreamException {
        String text = reader.getAttributeValue(null, attribute);
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new XMLStreamException(attribute, e);
        }
    }

    private static OptionalInt known(int number) {
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static List<Span> cut(String record, byte[] body) {
        byte[] open = ("<" + record).getBytes(StandardCharsets.UTF_8);
        byte[] close = ("</" + record + ">").getBytes(StandardCharsets.UTF_8);
        List<Span> records = new ArrayList<>();
        int at = find(body, open, 0);
        while (at >= 0) {
            byte after = at + open.length < body.length ? body[at + open.length] : 0;
            if (after == ' ' || after == '>' || after == '\t' || after == '\n' || after == '\r') {
                int end = find(body, close, at);
                if (end < 0) {
                    break;
                }
                records.add(new Span(at, end + close.length));
                at = end;
            }
            at = find(body, open, at + 1);
        }
        return records;
    }

    private static int find(byte[] body, byte[] what, int from) {
        for (int at = from; at <= body.length - what.length; at++) {
            if (body[at] == what[0] && Arrays.equals(body, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }
}
