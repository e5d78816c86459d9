package org.childfile.lab.departments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Takes the records out of a body and puts others in. */
interface ContentFormat {

    Content read(byte[] body) throws IOException;

    /** A body with the edit's records, like the honest one in all else. */
    byte[] write(Content content, byte[] honest, ContentEdit edit) throws IOException;

    static ContentFormat of(String feed) {
        return switch (feed) {
            case "civil-affairs" -> new JsonContent("/data", "records");
            case "health" -> new JsonContent("", "items");
            case "pairings", "care-records" -> new JsonContent("", "records");
            case "public-security" -> new XmlContent();
            case "education" -> new Gzipped(new CsvContent(Charset.forName("GB18030")));
            case "medical-insurance" -> new Gzipped(new LinesContent());
            case "volunteers" -> new CsvContent(StandardCharsets.UTF_8);
            case "political-legal" -> new WorkbookContent();
            default -> throw new IllegalArgumentException("there is no feed " + feed);
        };
    }
}
