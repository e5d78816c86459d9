package org.childfile.cli;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The texts of rows that are exported: with their masks, or with what these hide. */
interface ExportedTexts {

    /** As they stand. */
    ExportedTexts MASKED = new ExportedTexts() {
        @Override
        public int width(ResultSetMetaData meta) throws SQLException {
            return meta.getColumnCount();
        }

        @Override
        public void begin(ResultSet row) {
            // Nothing is to be opened.
        }

        @Override
        public @Nullable String text(ResultSet row, int at) throws SQLException {
            return row.getString(at);
        }
    };

    /** How many columns are written: the first ones. */
    int width(ResultSetMetaData meta) throws SQLException;

    /** Before the texts of a row are asked for. */
    void begin(ResultSet row) throws SQLException;

    /** A text of the row, its columns counted from 1. */
    @Nullable
    String text(ResultSet row, int at) throws SQLException;
}
