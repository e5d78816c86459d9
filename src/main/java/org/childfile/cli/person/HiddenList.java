package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.Shown;
import org.childfile.database.SqlFiles;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;

/** Asks for hidden children; every value is masked unless it is to be revealed and may be seen. */
final class HiddenList {

    private final Connection connection;
    private final Keyring keys;
    private final Shown shown;
    private final EvidenceText evidence;

    HiddenList(Connection connection, Keyring keys, Shown shown, EvidenceText evidence) {
        this.connection = connection;
        this.keys = keys;
        this.shown = shown;
        this.evidence = evidence;
    }

    /**
     * @param division the beginning of a code; empty for all
     * @param all those too of whom something was found already
     */
    List<HiddenRow> rows(String division, boolean all, int most) throws SQLException {
        List<Map<String, String>> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/person/hidden-children"))) {
            select.setString(1, division);
            select.setBoolean(2, all);
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(columns(row));
                }
            }
        }
        Map<String, Map<String, Object>> hidden = hidden(
                found.stream()
                        .map(row -> row.getOrDefault("child_id", ""))
                        .distinct()
                        .toList(),
                found);
        return found.stream()
                .map(row -> row(row, hidden.getOrDefault(row.getOrDefault("child_id", ""), Map.of())))
                .toList();
    }

    private static Map<String, String> columns(ResultSet row) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            @Nullable String value = row.getString(i);
            if (value != null) {
                columns.put(row.getMetaData().getColumnLabel(i), value);
            }
        }
        return columns;
    }

    private HiddenRow row(Map<String, String> row, Map<String, Object> hidden) {
        return new HiddenRow(
                row.getOrDefault("child_id", ""),
                row.getOrDefault("rule", ""),
                value("name", row, hidden),
                value("sex", row, hidden),
                value("birth_date", row, hidden),
                row.getOrDefault("division", ""),
                value("residence_address", row, hidden),
                value("guardian_name", row, hidden),
                value("guardian_phone", row, hidden),
                value("school_name", row, hidden),
                evidence.line(keys.texts().clear(row.getOrDefault("evidence", "[]")), shown),
                row.getOrDefault("since", ""),
                row.getOrDefault("finding", ""),
                row.getOrDefault("note", ""));
    }

    private String value(String attribute, Map<String, String> row, Map<String, Object> hidden) {
        String masked = row.get(attribute);
        return masked == null ? "" : shown.value(attribute, String.valueOf(hidden.getOrDefault(attribute, masked)));
    }

    /** What the masks hide and the asker may see, by child; nothing unless it is to be revealed. */
    private Map<String, Map<String, Object>> hidden(List<String> children, List<Map<String, String>> rows)
            throws SQLException {
        Map<String, Map<String, Object>> hidden = new HashMap<>();
        Map<String, Integer> versions = new HashMap<>();
        rows.forEach(row ->
                versions.put(row.getOrDefault("child_id", ""), Integer.valueOf(row.getOrDefault("version", "0"))));
        SealedRows sealed = new SealedRows(keys, Population.CHILD);
        try (PreparedStatement select = connection.prepareStatement(SqlFiles.read("cli/person/hidden-identifiers"))) {
            select.setArray(1, connection.createArrayOf("text", children.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String child = row.getString(1);
                    Map<String, Object> values =
                            new HashMap<>(sealed.values(child, versions.getOrDefault(child, 0), row.getBytes(2)));
                    values.keySet().retainAll(List.of((Object[]) row.getArray(3).getArray()));
                    hidden.put(child, values);
                }
            }
        }
        return hidden;
    }
}
