package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What must not stand in a department's XML. */
final class XmlFaults {

    private XmlFaults() {}

    static Tampering documentType() {
        return changed(text -> text.replaceFirst("<persons", "<!DOCTYPE persons [<!ELEMENT persons ANY>]>\n<persons"));
    }

    static Tampering externalEntity() {
        String type = "<!DOCTYPE persons [<!ENTITY outside SYSTEM \"file:///etc/passwd\">]>\n";
        return changed(text ->
                text.replaceFirst("<persons", type + "<persons").replaceFirst("<XM>[^<]*</XM>", "<XM>&outside;</XM>"));
    }

    private static Tampering changed(UnaryOperator<String> change) {
        return (nth, path, honest) -> honest.status() == 200
                ? honest.withBody(change.apply(new String(honest.body(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8))
                : honest;
    }
}
