package org.childfile.lab.departments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
record LinesContent() implements ContentFormat {

    @Override
    public Content read(byte[] body) {
        Content content = Content.ofTable(List.of());
        new String(body, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> JsonContent.fields(JsonMapper.shared().readTree(line), content.add()));
        return content;
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) {
        StringBuilder text = new StringBuilder();
        content.records()
                .forEach(record -> text.append(JsonContent.object(record)).append('\n'));
        return edit.bytes().apply(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
