package org.childfile.ingest.connect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.childfile.ingest.connector.Connector.Format;
import org.childfile.ingest.connector.Connector.Status;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.format.FileSplitter;
import org.childfile.ingest.format.PageText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON page: its records as byte ranges, and the few values about the page beside them. */
final class JsonPageReader {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final Format.Json format;
    private final byte[] body;
    private final List<byte[]> records = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private boolean found;

    private JsonPageReader(Format.Json format, byte[] body) {
        this.format = format;
        this.body = body;
    }

    /** Throws {@link PullFailed} for what is no JSON, no page, or a page that reports an error of the department's own. */
    static FeedPage read(Format.Json format, byte[] body) {
        FileSplitter.refuseHtml(body);
        JsonPageReader reader = new JsonPageReader(format, body);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), PageText.utf8(body))) {
            parser.nextToken();
            reader.value(parser, "");
            if (parser.nextToken() != null) {
                throw new PullFailed(PullFailed.Reason.NOT_THE_FORMAT, "more than one JSON document in one page");
            }
        } catch (JacksonException e) {
            throw new PullFailed(
                    PullFailed.Reason.CUT_SHORT, "the page is no whole JSON document: " + e.getOriginalMessage());
        }
        format.status().ifPresent(reader::refuse);
        if (!reader.found) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT, "the page has no list of records at " + format.records());
        }
        return reader.page();
    }

    private void refuse(Status status) {
        String code = values.getOrDefault(status.field(), "");
        if (!code.equals(status.ok())) {
            PullFailed.Reason reason = status.tokenExpired().contains(code)
                    ? PullFailed.Reason.TOKEN_EXPIRED
                    : PullFailed.Reason.BUSINESS_CODE;
            throw new PullFailed(reason, "the department answered with its code " + Answer.printable(code));
        }
    }

    private FeedPage page() {
        return new FeedPage(
                records,
                number(format.page()),
                OptionalInt.empty(),
                number(format.total()),
                text(format.next()),
                text(format.watermark()));
    }

    private Optional<String> text(Optional<String> pointer) {
        return pointer.map(values::get);
    }

    private OptionalInt number(Optional<String> pointer) {
        String text = pointer.map(values::get).orElse(null);
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new PullFailed(
                    PullFailed.Reason.NOT_THE_FORMAT,
                    "the page says " + Answer.printable(text) + " where a number belongs, at " + pointer.get());
        }
    }

    private void value(JsonParser parser, String pointer) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY && pointer.equals(format.records())) {
            found = true;
            records(parser);
        } else if (token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String child = pointer + "/" + parser.currentName();
                parser.nextToken();
                value(parser, child);
            }
        } else if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            values.put(pointer, parser.getString());
        }
    }

    private void records(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (parser.currentToken() != null && parser.currentToken().isScalarValue()) {
                parser.getString();
            }
            records.add(Arrays.copyOfRange(
                    body, from, (int) parser.currentLocation().getByteOffset()));
        }
    }
}
