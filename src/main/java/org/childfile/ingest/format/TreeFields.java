package org.childfile.ingest.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object. */
record TreeFields(JsonNode root) implements Fields {

    /** The steps of each path: mapping files name a few dozen, and ask for them once a record. */
    private static final Map<String, String[]> STEPS = new ConcurrentHashMap<>();

    /** Stands in a row of a workbook that counts days from 1904, which the text of a day without a format does not tell. */
    static final String COUNTED_FROM_1904 = "@date1904";

    private static final int DAYS_FROM_1900_TO_1904 = 1462;
    private static final Pattern SERIAL = Pattern.compile("([0-9]{5})(\\.[0-9]+)?");

    private static String[] steps(String path) {
        return STEPS.computeIfAbsent(path, each -> each.split("\\.", -1));
    }

    @Override
    public @Nullable String text(String path) throws WrongType {
        JsonNode node = root;
        for (String step : steps(path)) {
            node = node.path(step);
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new WrongType(path, node.toString());
        }
        return node.asString();
    }

    @Override
    public @Nullable String date(String path) throws WrongType {
        String text = text(path);
        if (text == null || !root.has(COUNTED_FROM_1904)) {
            return text;
        }
        Matcher serial = SERIAL.matcher(text.strip());
        return serial.matches()
                ? Integer.parseInt(serial.group(1))
                        + DAYS_FROM_1900_TO_1904
                        + (serial.group(2) == null ? "" : serial.group(2))
                : text;
    }

    @Override
    public List<String> texts(String path) throws WrongType {
        List<String> texts = new ArrayList<>();
        collect(root, steps(path), 0, path, texts);
        return texts;
    }

    private static void collect(JsonNode node, String[] steps, int depth, String path, List<String> into)
            throws WrongType {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (depth == steps.length) {
            if (node.isArray()) {
                for (JsonNode element : node) {
                    collect(element, steps, depth, path, into);
                }
            } else if (node.isValueNode()) {
                into.add(node.asString());
            } else {
                throw new WrongType(path, node.toString());
            }
            return;
        }
        boolean each = steps[depth].endsWith("[]");
        JsonNode child = node.path(each ? steps[depth].substring(0, steps[depth].length() - 2) : steps[depth]);
        if (!each) {
            collect(child, steps, depth + 1, path, into);
        } else if (child.isArray()) {
            for (JsonNode element : child) {
                collect(element, steps, depth + 1, path, into);
            }
        } else if (!child.isMissingNode() && !child.isNull()) {
            throw new WrongType(path, child.toString());
        }
    }

    @Override
    public Collection<String> names() {
        return root.propertyNames();
    }
}
