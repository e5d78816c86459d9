package org.childfile.feed;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A record that is one XML element: its attributes as {@code @name}, its children by name. */
final class XmlRecord implements RecordParser {

    private final XMLInputFactory factory = factory();

    /** A factory that knows no DTD and no external entity. */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
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
            throw new Malformed(Unusable.Reason.MALFORMED, new String(content, StandardCharsets.UTF_8));
        }
        values.keySet().forEach(name -> columns.put(name, columns.size()));
        return new TableFields(columns, values.values().toArray(String[]::new));
    }
}
