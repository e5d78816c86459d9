package org.childfile.ingest.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A record that is one XML element: its attributes as {@code @name}, its children by name. */
public final class XmlRecord implements RecordParser {

    private final XMLInputFactory factory = factory();

    /** A factory that knows no DTD and no external entity. */
    public static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** The first text of each field's element or attribute, if no other one is like it. */
    @Override
    public LenientKey lenientKey(byte[] content, List<String> key) {
        String text = new String(content, StandardCharsets.UTF_8);
        LenientKey found = LenientKey.ofCandidates(key.size(), field -> texts(text, key.get(field)));
        return found.possible() instanceof PossibleKeys.OneOf(List<String> keys) && keys.size() == 1
                ? LenientKey.certain(keys.getFirst())
                : found;
    }

    private static List<String> texts(String text, String field) {
        String name = Pattern.quote(field.replaceFirst("^@", ""));
        String form = field.startsWith("@")
                ? "\\s" + name + "\\s*=\\s*[\"']([^\"'<]*)[\"']"
                : "<" + name + ">([^<&]*)</" + name + ">";
        return Pattern.compile(form)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    @Override
    public Fields parse(byte[] content) throws Malformed {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content), "UTF-8");
            reader.nextTag();
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                values.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
            while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
                values.put(reader.getLocalName(), reader.getElementText());
            }
        } catch (XMLStreamException e) {
            throw new Malformed(
                    PageText.isUtf8(content) ? Unusable.Reason.MALFORMED : Unusable.Reason.BAD_ENCODING,
                    new String(content, StandardCharsets.UTF_8));
        }
        values.keySet().forEach(name -> columns.put(name, columns.size()));
        return new TableFields(columns, values.values().toArray(String[]::new));
    }
}
