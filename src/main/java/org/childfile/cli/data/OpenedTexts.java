package org.childfile.cli.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which the masks are lifted. Rows have the person first, the version second and the sealed values last, which are
 * not written; a text that is not shown masked is not shown now.
 */
final class OpenedTexts implements ExportedTexts {

    private final Keyring keys;
    private final SealedRows sealed;
    private final String[] columns;
    private Map<String, Object> hidden = Map.of();

    OpenedTexts(Keyring keys, Population population, ResultSetMetaData meta) throws SQLException {
        this.keys = keys;
        this.sealed = new SealedRows(keys, population);
        this.columns = new String[meta.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = meta.getColumnLabel(i + 1);
        }
    }

    @Override
    public int width(ResultSetMetaData meta) {
        return columns.length - 1;
    }

    @Override
    public void begin(ResultSet row) throws SQLException {
        hidden = sealed.values(row.getString(1), row.getInt(2), row.getBytes(columns.length));
    }

    @Override
    public @Nullable String text(ResultSet row, int at) throws SQLException {
        String masked = row.getString(at);
        Object whole = masked == null ? null : hidden.get(columns[at - 1]);
        return whole != null ? whole.toString() : masked == null ? null : clear(masked);
    }

    @Override
    public String clear(String text) {
        return keys.texts().clear(text);
    }
}
