package org.childfile.ingest.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a table's row.
 *
 * @param columns the header's names and their positions from 0
 * @param cells the texts, at least as many as there are columns with a heading
 */
record TableFields(Map<String, Integer> columns, String[] cells) implements Fields {

    @Override
    public @Nullable String text(String path) {
        Integer column = columns.get(path);
        return column == null ? null : cells[column];
    }

    @Override
    public List<String> texts(String path) {
        String text = text(path);
        return text == null ? List.of() : List.of(text);
    }

    @Override
    public Collection<String> names() {
        return columns.keySet();
    }
}
