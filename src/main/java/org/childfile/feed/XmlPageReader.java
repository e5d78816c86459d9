package org.childfile.feed;

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

/**
 * Reads an XML page. The parser sees the whole page and counts its records; the bytes of each are then cut out by their
 * tags. If both do not come to the same count (a tag inside a comment, say), the page is refused rather than guessed at.
 */
final class XmlPageReader {

    private XmlPageReader() {}

    static Page read(Connector.Format.Xml format, byte[] body) {
        refuseHtml(body);
        int counted = 0;
        int[] numbers;
        try {
            XMLStreamReader reader = XmlRecord.factory().createXMLStreamReader(new ByteArrayInputStream(body), "UTF-8");
            do {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw forbidden();
                }
            } while (!reader.isStartElement());
            numbers = new int[] {number(reader, "page"), number(reader, "pages"), number(reader, "total")};
            int depth = 0;
            while (depth >= 0) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (depth == 0 && reader.getLocalName().equals(format.record())) {
                            counted++;
                        }
                        depth++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw forbidden();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new PullFailed(PullFailed.Reason.CUT_SHORT, "the page is no whole XML document");
        }
        List<byte[]> records = cut(format.record(), body);
        if (records.size() != counted) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the page has " + counted + " records, but " + records.size() + " can be cut out of it");
        }
        return new Page(
                records, known(numbers[0]), known(numbers[1]), known(numbers[2]), Optional.empty(), Optional.empty());
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

    private static List<byte[]> cut(String record, byte[] body) {
        byte[] open = ("<" + record).getBytes(StandardCharsets.UTF_8);
        byte[] close = ("</" + record + ">").getBytes(StandardCharsets.UTF_8);
        List<byte[]> records = new ArrayList<>();
        int at = find(body, open, 0);
        while (at >= 0) {
            byte after = at + open.length < body.length ? body[at + open.length] : 0;
            if (after == ' ' || after == '>' || after == '\t' || after == '\n' || after == '\r') {
                int end = find(body, close, at);
                if (end < 0) {
                    break;
                }
                records.add(Arrays.copyOfRange(body, at, end + close.length));
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
