package org.childfile.lab.departments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An XML page of persons; the attribute {@code op} of a record is its field {@code @op}. */
record XmlContent() implements ContentFormat {

    @Override
    public Content read(byte[] body) throws IOException {
        Content content = Content.ofTable(List.of());
        for (Node node = root(body).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element person) {
                Map<String, Object> record = content.add();
                record.put("@op", person.getAttribute("op"));
                for (Node field = person.getFirstChild(); field != null; field = field.getNextSibling()) {
                    if (field instanceof Element element) {
                        record.put(element.getTagName(), element.getTextContent());
                    }
                }
            }
        }
        return content;
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) throws IOException {
        Element root = root(honest);
        int total = edit.total().applyAsInt(Integer.parseInt(root.getAttribute("total")));
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<persons page=\"")
                .append(root.getAttribute("page"))
                .append("\" pages=\"")
                .append(total == 0 ? "0" : root.getAttribute("pages"))
                .append("\" total=\"")
                .append(total)
                .append("\">\n");
        content.records().forEach(record -> person(record, out));
        return edit.bytes().apply(out.append("</persons>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void person(Map<String, Object> record, StringBuilder out) {
        out.append("<person op=\"").append(record.getOrDefault("@op", "U")).append("\">");
        record.forEach((name, value) -> {
            if (!name.startsWith("@")) {
                out.append('<').append(name).append('>');
                out.append(value.toString().replace("&", "&amp;").replace("<", "&lt;"));
                out.append("</").append(name).append('>');
            }
        });
        out.append("</person>\n");
    }

    private static Element root(byte[] body) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
