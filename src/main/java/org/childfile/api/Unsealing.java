package org.childfile.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.api.PersonReads.Kind;
import org.childfile.mapping.AttributeCatalogue;
import org.childfile.privacy.Keyring;
import org.childfile.rights.Claims;
import org.childfile.versions.SealedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Lifts the masks of one person's file for whom PostgreSQL gives the sealed values to: those of the attributes that the asker
 * may see, and keys of records as their departments write them. Lists of persons keep their masks.
 */
@Component
@ConditionalOnWebApplication
class Unsealing {

    private final ReadStore store;
    private final Keyring keys;

    Unsealing(ReadStore store, Keyring keys) {
        this.store = store;
        this.keys = keys;
    }

    /** The rows about one person, of which each names its {@code version} where it shows values of one. */
    List<Row> open(Claims claims, Kind kind, String id, List<Row> rows) {
        Set<String> identifiers = AttributeCatalogue.of(kind.population()).identifiers();
        Map<Long, Map<String, Object>> hidden =
                rows.stream().anyMatch(row -> shows(row, identifiers)) ? hidden(claims, kind, id) : Map.of();
        return rows.stream()
                .map(row -> opened(row, hidden.getOrDefault(row.number("version"), Map.of())))
                .toList();
    }

    private static boolean shows(Row row, Set<String> identifiers) {
        return row.filled().stream().anyMatch(identifiers::contains) || identifiers.contains(row.text("attribute"));
    }

    private Map<Long, Map<String, Object>> hidden(Claims claims, Kind kind, String id) {
        SealedRows sealed = new SealedRows(keys, kind.population());
        Map<Long, Map<String, Object>> hidden = new HashMap<>();
        for (Row row :
                store.rows(claims, Question.of(kind.statement("identifiers")).with("id", id))) {
            long version = row.number("version");
            Map<String, Object> values = new HashMap<>(
                    sealed.values(id, (int) version, HexFormat.of().parseHex(row.text("identifiers"))));
            values.keySet().retainAll(Arrays.asList(row.text("attributes").split(",")));
            hidden.put(version, values);
        }
        return hidden;
    }

    private Row opened(Row row, Map<String, Object> hidden) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
        hidden.forEach((attribute, value) -> columns.computeIfPresent(attribute, (name, mask) -> value.toString()));
        Object value = hidden.get(row.text("attribute"));
        if (value != null) {
            columns.computeIfPresent("value", (name, mask) -> value.toString());
        }
        columns.computeIfPresent("source_key", (name, key) -> keys.tokens().clear(key.toString()));
        return new Row(columns);
    }
}
