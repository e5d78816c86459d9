package org.childfile.api;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.api.PersonReads.Kind;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.AttributeCatalogue;
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

    private static final String SEALED = "identifiers";

    private final Keyring keys;
    private final Map<Kind, SealedRows> boxes = new EnumMap<>(Kind.class);

    Unsealing(Keyring keys) {
        this.keys = keys;
        for (Kind kind : Kind.values()) {
            boxes.put(kind, new SealedRows(keys, kind.population()));
        }
    }

    /** What is asked beside a question about a person whose rows do not bring them: its sealed values, of every version. */
    static ReadQuery question(Kind kind) {
        return ReadQuery.of(kind.statement("identifiers"));
    }

    /** A file that brought its sealed values along. */
    Row open(Kind kind, String id, Row file) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(file.columns());
        Object sealed = columns.remove(SEALED);
        if (sealed != null) {
            values(kind, id, file.number("version"), sealed.toString())
                    .forEach((attribute, value) ->
                            columns.computeIfPresent(attribute, (name, mask) -> value.toString()));
        }
        return new Row(columns);
    }

    /**
     * The rows about one person, of which each names its {@code version} where it shows values of one.
     *
     * @param sealed what {@link #question} brought
     */
    List<Row> open(Kind kind, String id, List<Row> rows, List<Row> sealed) {
        Set<String> identifiers = AttributeCatalogue.of(kind.population()).identifiers();
        Set<Long> versions = rows.stream()
                .filter(row -> shows(row, identifiers))
                .map(row -> row.number("version"))
                .collect(Collectors.toSet());
        Map<Long, Map<String, Object>> hidden = hidden(kind, id, versions, sealed);
        return rows.stream()
                .map(row -> opened(row, hidden.getOrDefault(row.number("version"), Map.of())))
                .toList();
    }

    /**
     * Rows that say in which attributes two versions of a person's file differ. Identifiers of the same region have the same
     * mask: whether they differ is seen when they are open.
     *
     * @param sealed what {@link #question} brought
     */
    List<Row> differences(Kind kind, String id, long a, long b, List<Row> rows, List<Row> sealed) {
        Map<Long, Map<String, Object>> hidden = hidden(kind, id, new HashSet<>(List.of(a, b)), sealed);
        return rows.stream()
                .map(row -> side(side(row, "a", hidden.get(a)), "b", hidden.get(b)))
                .filter(row -> !Objects.equals(
                        row.columns().get("value_a"), row.columns().get("value_b")))
                .toList();
    }

    private Row side(Row row, String side, @Nullable Map<String, Object> hidden) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row.columns());
        Object value = hidden == null ? null : hidden.get(row.text("attribute"));
        if (value != null) {
            columns.computeIfPresent("value_" + side, (name, mask) -> value.toString());
        }
        columns.computeIfPresent(
                "source_key_" + side, (name, key) -> keys.tokens().clear(key.toString()));
        return new Row(columns);
    }

    private static boolean shows(Row row, Set<String> identifiers) {
        return row.filled().stream().anyMatch(identifiers::contains) || identifiers.contains(row.text("attribute"));
    }

    private Map<Long, Map<String, Object>> hidden(Kind kind, String id, Set<Long> versions, List<Row> sealed) {
        Map<Long, Map<String, Object>> hidden = new HashMap<>();
        for (Row row : sealed) {
            long version = row.number("version");
            if (versions.contains(version)) {
                Map<String, Object> values = new HashMap<>(values(kind, id, version, row.text(SEALED)));
                values.keySet().retainAll(Arrays.asList(row.text("attributes").split(",")));
                hidden.put(version, values);
            }
        }
        return hidden;
    }

    private Map<String, Object> values(Kind kind, String id, long version, String digits) {
        return Objects.requireNonNull(boxes.get(kind))
                .values(id, (int) version, HexFormat.of().parseHex(digits));
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
