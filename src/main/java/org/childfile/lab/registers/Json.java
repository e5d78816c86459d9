package org.childfile.lab.registers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object on one line; a value that is null is left out with its name. */
final class Json {

    private final StringBuilder line = new StringBuilder(512);
    private boolean begun;

    Json() {
        line.append('{');
    }

    Json text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            quote(value);
        }
        return this;
    }

    Json number(String name, long value) {
        name(name);
        line.append(value);
        return this;
    }

    /** A value that is JSON already. */
    Json raw(String name, @Nullable String json) {
        if (json != null) {
            name(name);
            line.append(json);
        }
        return this;
    }

    Json flag(String name, boolean value) {
        name(name);
        line.append(value);
        return this;
    }

    Json object(String name, @Nullable Json value) {
        return raw(name, value == null ? null : value.end());
    }

    Json objects(String name, List<Json> values) {
        name(name);
        line.append('[');
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",").append(values.get(i).end());
        }
        line.append(']');
        return this;
    }

    Json texts(String name, List<String> values) {
        name(name);
        line.append('[');
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : ",");
            quote(values.get(i));
        }
        line.append(']');
        return this;
    }

    /** The object; nothing may be added after it. */
    String end() {
        return line.append('}').toString();
    }

    private void name(String name) {
        if (begun) {
            line.append(',');
        }
        begun = true;
        line.append('"').append(name).append("\":");
    }

    private void quote(String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            if (c < ' ') {
                throw new IllegalArgumentException("a made value holds a control character");
            }
            line.append(c);
        }
        line.append('"');
    }
}
