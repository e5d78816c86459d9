package org.childfile.cli.person;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.childfile.access.erasure.Correction;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.help.Sealed;
import org.childfile.database.SqlFiles;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;

/**
 * All that is held of one person, as the law lets it be asked for (Personal Information Protection Law, art. 45).
 *
 * @param tables by name, in the order in which they are shown: {@code values}, {@code conflicts}, {@code records},
 *     {@code versions}, {@code difficulties}, {@code care}, {@code calls}, {@code decisions}, {@code requests}, {@code accesses}
 */
record Disclosure(String personId, Population population, Map<String, Table> tables) {

    private static final List<String> NAMES = List.of(
            "values",
            "conflicts",
            "records",
            "versions",
            "difficulties",
            "care",
            "calls",
            "decisions",
            "requests",
            "accesses");

    /** Where a content lies, which it opens by; not shown. */
    private static final Set<String> PLACES = Set.of(
            "pull_id", "seq", "wakeup_id", "application_id", "number", "sealed", "note_feed", "note_key", "note_box");

    /** Rows of text; a cell that holds nothing is empty. */
    record Table(List<String> columns, List<List<String>> rows) {
        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** The same with other cells in one column, where another column's cell has one. */
        Table with(String keyed, String replaced, Map<String, String> cells) {
            int key = columns.indexOf(keyed);
            int at = columns.indexOf(replaced);
            List<List<String>> changed = new ArrayList<>();
            for (List<String> row : rows) {
                List<String> other = new ArrayList<>(row);
                other.set(at, cells.getOrDefault(row.get(key), row.get(at)));
                changed.add(other);
            }
            return new Table(columns, changed);
        }

        List<String> column(String name) {
            int at = columns.indexOf(name);
            return rows.stream().map(row -> row.get(at)).toList();
        }
    }

    /**
     * Reads all of a person that lives.
     *
     * @param corrections all that was ever corrected of the person
     */
    static Disclosure read(Connection connection, Keyring keys, String person, List<Correction> corrections)
            throws SQLException {
        Population population = person.startsWith("V") ? Population.VOLUNTEER : Population.CHILD;
        Map<String, String> hidden = hidden(connection, keys, population, person);
        Map<String, String> corrected = new HashMap<>();
        corrections.forEach(each -> corrected.put(
                Long.toString(each.number()),
                "%s: %s (%s)"
                        .formatted(
                                each.attribute(),
                                Objects.requireNonNullElse(each.value(), ""),
                                Objects.requireNonNullElse(each.proof(), ""))));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : NAMES) {
            tables.put(name, table(connection, keys, name, person));
        }
        tables.computeIfPresent("values", (name, table) -> table.with("attribute", "value", hidden));
        tables.computeIfPresent("conflicts", (name, table) -> table.with("attribute", "value", hidden));
        tables.computeIfPresent("decisions", (name, table) -> table.with("detail", "detail", corrected));
        return new Disclosure(person, population, tables);
    }

    /** What the masks of the present version hide, by attribute. */
    private static Map<String, String> hidden(Connection connection, Keyring keys, Population population, String person)
            throws SQLException {
        Map<String, String> hidden = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/person/disclose-identifiers"))) {
            select.setString(1, person);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    new SealedRows(keys, population)
                            .values(person, row.getInt(1), row.getBytes(2))
                            .forEach((attribute, value) -> hidden.put(attribute, value.toString()));
                }
            }
        }
        return hidden;
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("a disclosure has no " + name);
        }
        return table;
    }

    private static Table table(Connection connection, Keyring keys, String name, String person) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/person/disclose-" + name))) {
            for (int i = 1; i <= select.getParameterMetaData().getParameterCount(); i++) {
                select.setString(i, person);
            }
            try (ResultSet result = select.executeQuery()) {
                ResultSetMetaData meta = result.getMetaData();
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= meta.getColumnCount(); i++) {
                    if (!PLACES.contains(meta.getColumnLabel(i))) {
                        columns.add(meta.getColumnLabel(i));
                    }
                }
                List<List<String>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(cells(result, columns, keys));
                }
                return new Table(columns, rows);
            }
        }
    }

    private static List<String> cells(ResultSet row, List<String> columns, Keyring keys) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            String cell = switch (column) {
                case "content" -> content(row, keys);
                case "said" -> said(row, keys);
                case "detail" -> detail(row, keys);
                default -> row.getString(column);
            };
            cells.add(cell == null ? "" : keys.clear(cell));
        }
        return cells;
    }

    /** What stands beside a call, and what of it lies sealed. */
    private static String said(ResultSet row, Keyring keys) throws SQLException {
        String plain = Objects.requireNonNullElse(row.getString("said"), "");
        byte[] sealed = row.getBytes("sealed");
        if (sealed == null) {
            return plain;
        }
        Sealed calls = new Sealed(keys);
        String application = row.getString("application_id");
        String opened = switch (row.getString("matter")) {
            case "call" ->
                String.join(
                        "; ", calls.words(row.getString("wakeup_id"), sealed).values());
            case "drawn" ->
                calls.value(row.getString("wakeup_id"), row.getInt("number"), sealed)
                        .toString();
            case "application" -> new String(calls.body(application, sealed), StandardCharsets.UTF_8);
            default -> calls.answer(application, row.getInt("number"), sealed);
        };
        return (plain + " " + opened).strip();
    }

    /** What is told beside something; of a record of care its note, which lies sealed. */
    private static String detail(ResultSet row, Keyring keys) throws SQLException {
        String plain = Objects.requireNonNullElse(row.getString("detail"), "");
        if (!labels(row).contains("note_box") || row.getBytes("note_box") == null) {
            return plain;
        }
        return String.valueOf(SourceRecords.sealed(
                        keys, row.getString("note_feed"), row.getString("note_key"), row.getBytes("note_box"))
                .getOrDefault("note", plain));
    }

    private static List<String> labels(ResultSet row) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            labels.add(row.getMetaData().getColumnLabel(i));
        }
        return labels;
    }

    private static String content(ResultSet row, Keyring keys) throws SQLException {
        byte[] sealed = row.getBytes("content");
        return sealed == null
                ? ""
                : LandedContent.text(new Sealing(keys).openContent(row.getLong("pull_id"), row.getInt("seq"), sealed));
    }
}
