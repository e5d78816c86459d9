package org.childfile.access.keys;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.database.TableLock;

/** The rows of tables that hold sealed values, in the order in which they lie on disk: no index is needed to go through them. */
final class SealedRowsStore {

    private static final String FIRST = "(0,0)";
    /** What was erased is empty: there is nothing to be sealed. */
    private static final String FILLED = "length(%s) > 0";

    private final DataSource dataSource;
    private final Keyring keys;

    SealedRowsStore(DataSource dataSource, Keyring keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** One process at a time rotates the keys of a warehouse; empty where another does. */
    Optional<TableLock> lock() {
        return TableLock.take(dataSource, TableLock.Of.ROTATION);
    }

    /** Whether any value was sealed by another key than the current one. */
    boolean anyLeft(SealedColumn column) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select exists (select from " + column.table() + " where substring(" + column.column()
                                + " from 2 for 2) <> ? and " + FILLED.formatted(column.column()) + ")")) {
            select.setBytes(1, current());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    /** Goes through the table once, some rows a transaction; passes over what others hold. Tells how many values it sealed anew. */
    long pass(SealedColumn column, LongConsumer progress) {
        long values = 0;
        String last = FIRST;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (List<Row> batch = batch(connection, column, last);
                        !batch.isEmpty();
                        batch = batch(connection, column, last)) {
                    write(connection, column, batch);
                    connection.commit();
                    last = batch.getLast().place();
                    values += batch.size();
                    progress.accept(values);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(column, e);
        }
        return values;
    }

    /** A row by its place on disk. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(String place, byte[] sealed) {}

    /**
     * The next rows. They come in the order of their places without being sorted, which would read the whole rest of the table
     * for each batch; if they ever did not, the next pass would find what this one missed.
     */
    private List<Row> batch(Connection connection, SealedColumn column, String after) throws SQLException {
        List<Row> rows = new ArrayList<>();
        String identity = String.join("::text, ", column.row()) + "::text";
        try (PreparedStatement select = connection.prepareStatement("select ctid::text, " + column.column() + ", "
                + identity + " from " + column.table() + " where ctid > ?::tid and substring(" + column.column()
                + " from 2 for 2) <> ? and " + FILLED.formatted(column.column()) + " limit ? for update skip locked")) {
            select.setString(1, after);
            select.setBytes(2, current());
            select.setInt(3, column.atOnce());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String[] row = new String[column.row().size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = found.getString(i + 3);
                    }
                    byte[] place = Context.of(column.place(), row);
                    rows.add(new Row(found.getString(1), keys.sealAnew(found.getBytes(2), place)));
                }
            }
        }
        return rows;
    }

    private static void write(Connection connection, SealedColumn column, List<Row> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update " + column.table() + " t set "
                + column.column() + " = n.sealed from unnest(?::text[], ?::bytea[]) n (place, sealed)"
                + " where t.ctid = n.place::tid")) {
            update.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.stream().map(Row::place).toArray()));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea", rows.stream().map(Row::sealed).toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    private byte[] current() {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) keys.current()).array();
    }

    private static IllegalStateException failed(SealedColumn column, SQLException e) {
        return new IllegalStateException("the sealed values of " + column.table() + " cannot be sealed anew", e);
    }
}
