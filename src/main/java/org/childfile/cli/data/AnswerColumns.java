package org.childfile.cli.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGResultSetMetaData;

/**
 * Where the columns of an answer come from. Its rows are persons' where a column is one of a published view that names
 * persons, or where a text, date or document was reckoned from something that nobody can tell.
 */
final class AnswerColumns {

    private static final Set<Integer> SAY_NOTHING = Set.of(
            Types.BIT,
            Types.BOOLEAN,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.REAL,
            Types.DOUBLE,
            Types.NUMERIC,
            Types.DECIMAL);

    private final ResultSet rows;

    AnswerColumns(ResultSet rows) {
        this.rows = rows;
    }

    /** Whether a text, date or document was reckoned: one cell of it may hold many persons. */
    boolean reckoned() throws SQLException {
        PGResultSetMetaData from = rows.getMetaData().unwrap(PGResultSetMetaData.class);
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            if (from.getBaseTableName(i).isEmpty()
                    && !SAY_NOTHING.contains(rows.getMetaData().getColumnType(i))) {
                return true;
            }
        }
        return false;
    }

    boolean arePersons() throws SQLException {
        if (reckoned()) {
            return true;
        }
        PGResultSetMetaData from = rows.getMetaData().unwrap(PGResultSetMetaData.class);
        Set<String> views = new TreeSet<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            if (!from.getBaseTableName(i).isEmpty()) {
                views.add(from.getBaseSchemaName(i) + "." + from.getBaseTableName(i));
            }
        }
        return !views.isEmpty() && namesPersons(rows.getStatement().getConnection(), views);
    }

    private static boolean namesPersons(Connection connection, Set<String> views) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select exists (
                    select from pg_attribute a join pg_class c on c.oid = a.attrelid
                        join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname || '.' || c.relname = any (?)
                      and a.attname in ('child_id', 'volunteer_id', 'person_id', 'other_id', 'said_of', 'persons'))""")) {
            select.setArray(1, connection.createArrayOf("text", views.toArray(String[]::new)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
