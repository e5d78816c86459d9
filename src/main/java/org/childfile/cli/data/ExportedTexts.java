package org.childfile.cli.data;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The texts of rows that are exported: with their masks, or with what these hide. */
public interface ExportedTexts {

    /**
     * As they stand, with their masks.
     *
     * @param open opens what is sealed in a text
     */
    static ExportedTexts masked(UnaryOperator<String> open) {
        return new ExportedTexts() {
            @Override
            public int width(ResultSetMetaData meta) throws SQLException {
                return meta.getColumnCount();
            }

            @Override
            public void begin(ResultSet row) {
                // No mask is to be lifted.
            }

            @Override
            public @Nullable String text(ResultSet row, int at) throws SQLException {
                String text = row.getString(at);
                return text == null ? null : open.apply(text);
            }

            @Override
            public String clear(String text) {
                return open.apply(text);
            }
        };
    }

    /** How many columns are written: the first ones. */
    int width(ResultSetMetaData meta) throws SQLException;

    /** A text, such as one of a list, in which what is sealed is opened. */
    String clear(String text);

    /** Before the texts of a row are asked for. */
    void begin(ResultSet row) throws SQLException;

    /** A text of the row, its columns counted from 1. */
    @Nullable
    String text(ResultSet row, int at) throws SQLException;
}
