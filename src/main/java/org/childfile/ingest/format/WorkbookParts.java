package org.childfile.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a workbook that its rows refer to: which sheets there are, from when it counts days, its formats and its
 * shared texts (ECMA-376, part 1, 18).
 *
 * @param sheets in the order of their tabs
 * @param date1904 whether days are counted from 1904, as some programs do
 * @param formats what each cell style makes of a number
 */
record WorkbookParts(List<Sheet> sheets, boolean date1904, List<NumberFormat> formats, List<String> texts) {

    private static final String MAIN = "xl/workbook.xml";

    /** A sheet and the part of the archive that holds it. */
    record Sheet(String part, boolean hidden) {}

    List<Sheet> visible() {
        return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    }

    static WorkbookParts read(ZipFile zip) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        elements(zip, "xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")
                    && String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/worksheet")) {
                targets.put(
                        xml.getAttributeValue(null, "Id"), part(String.valueOf(xml.getAttributeValue(null, "Target"))));
            }
        });
        List<Sheet> sheets = new ArrayList<>();
        boolean[] date1904 = {false};
        elements(zip, MAIN, xml -> {
            switch (xml.getLocalName()) {
                case "workbookPr" -> date1904[0] = on(xml.getAttributeValue(null, "date1904"));
                case "sheet" -> sheet(xml, targets, sheets::add);
                default -> {}
            }
        });
        return new WorkbookParts(List.copyOf(sheets), date1904[0], NumberFormat.read(zip), sharedTexts(zip));
    }

    private static void sheet(XMLStreamReader xml, Map<String, String> targets, Consumer<Sheet> sheets) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            // Its namespace differs between the two editions of the standard.
            String target = xml.getAttributeLocalName(i).equals("id") ? targets.get(xml.getAttributeValue(i)) : null;
            if (target != null) {
                String state = xml.getAttributeValue(null, "state");
                sheets.accept(new Sheet(target, state != null && !state.equals("visible")));
            }
        }
    }

    private static String part(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** A flag of the schema: {@code 1} as Excel writes it, or {@code true}. */
    private static boolean on(@Nullable String flag) {
        return flag != null && (flag.equals("1") || flag.equalsIgnoreCase("true") || flag.equalsIgnoreCase("on"));
    }

    private static List<String> sharedTexts(ZipFile zip) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        elements(zip, "xl/sharedStrings.xml", xml -> {
            if (xml.getLocalName().equals("si")) {
                texts.add(richText(xml));
            }
        });
        return texts;
    }

    /** The text of an element with runs, without the readings that stand beside characters. */
    static String richText(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int reading = 0;
        while (depth > 0) {
            xml.next();
            if (xml.isStartElement()) {
                depth++;
                if (xml.getLocalName().equals("rPh")) {
                    reading = depth;
                } else if (xml.getLocalName().equals("t") && reading == 0) {
                    text.append(xml.getElementText());
                    depth--;
                }
            } else if (xml.isEndElement()) {
                reading = depth == reading ? 0 : reading;
                depth--;
            }
        }
        return text.toString();
    }

    /** Visits each element of a part; a part that is not there has none. */
    static void elements(ZipFile zip, String part, ElementVisitor visitor) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = XmlRecord.factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement()) {
                    visitor.start(xml);
                }
            }
        }
    }

    /** What is done with each start of an element. */
    interface ElementVisitor {
        void start(XMLStreamReader xml) throws XMLStreamException;
    }
}
