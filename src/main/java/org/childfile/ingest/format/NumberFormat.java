package org.childfile.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a cell's format says of its number. */
enum NumberFormat {
    /** A number like any other. */
    PLAIN,
    /** A day. */
    DAY,
    /** A day and a time. */
    DAY_AND_TIME;

    /** The formats of each cell style of a workbook, by number. */
    static List<NumberFormat> read(ZipFile zip) throws IOException, XMLStreamException {
        Map<Integer, NumberFormat> own = new HashMap<>();
        List<NumberFormat> styles = new ArrayList<>();
        boolean[] ofCells = {false};
        WorkbookParts.elements(zip, "xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" ->
                    own.put(
                            Integer.valueOf(xml.getAttributeValue(null, "numFmtId")),
                            ofCode(String.valueOf(xml.getAttributeValue(null, "formatCode"))));
                case "cellXfs" -> ofCells[0] = true;
                case "cellStyleXfs", "cellStyles", "dxfs" -> ofCells[0] = false;
                case "xf" -> {
                    if (ofCells[0]) {
                        String id = xml.getAttributeValue(null, "numFmtId");
                        int number = id == null ? 0 : Integer.parseInt(id);
                        styles.add(own.getOrDefault(number, builtIn(number)));
                    }
                }
                default -> {}
            }
        });
        return styles;
    }

    /** The formats that every workbook has, those of Chinese and Japanese editions among them (18.8.30). */
    static NumberFormat builtIn(int number) {
        if (number == 22) {
            return DAY_AND_TIME;
        }
        boolean day = number >= 14 && number <= 17
                || number >= 27 && number <= 31
                || number == 36
                || number >= 50 && number <= 54
                || number >= 57 && number <= 58;
        boolean time = number >= 18 && number <= 21
                || number >= 32 && number <= 35
                || number >= 45 && number <= 47
                || number >= 55 && number <= 56;
        return day ? DAY : time ? DAY_AND_TIME : PLAIN;
    }

    /** A format in letters: {@code yyyy\-mm\-dd}, {@code e年m月d日}, {@code [h]:mm}. */
    static NumberFormat ofCode(String code) {
        String letters = code.replaceAll("\"[^\"]*\"", "")
                .replaceAll("[\\\\_*].", "")
                .replaceAll("(?i)\\[(?!h+]|m+]|s+])[^\\]]*]", "")
                .toLowerCase(Locale.ROOT);
        if (letters.contains("general") || letters.contains("0") || letters.contains("#") || letters.contains("@")) {
            // Only the fractions of seconds have digits beside letters of time.
            letters = letters.contains("s.0") ? letters : "";
        }
        boolean time = letters.matches("(?s).*[hs].*");
        boolean day = letters.matches("(?s).*[ydeg].*") || letters.contains("m");
        return time ? DAY_AND_TIME : day ? DAY : PLAIN;
    }
}
