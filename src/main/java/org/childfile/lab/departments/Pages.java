package org.childfile.lab.departments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes pages around lines that are records already. */
final class Pages {

    private Pages() {}

    static DepartmentAnswer json(String before, List<byte[]> records, String after) {
        return DepartmentAnswer.of("application/json;charset=UTF-8", joined(before, records, ",", after));
    }

    static DepartmentAnswer xml(String before, List<byte[]> records, String after) {
        return DepartmentAnswer.of("application/xml;charset=UTF-8", joined(before, records, "\n", after));
    }

    static String error(int code, String message) {
        return "{\"code\":" + code + ",\"message\":" + quoted(message) + "}";
    }

    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    static String object(Map<String, ?> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    private static byte[] joined(String before, List<byte[]> records, String between, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        byte[] separator = between.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                out.writeBytes(separator);
            }
            out.writeBytes(records.get(i));
        }
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
