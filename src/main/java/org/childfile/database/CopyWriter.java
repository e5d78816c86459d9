package org.childfile.database;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by {@code COPY … FROM STDIN (FORMAT binary)}, the fastest way into PostgreSQL. A row is
 * {@link #row()} and then one call a column, in the order of the column list; every value may be null. The rows are
 * there after {@link #finish()}; a writer that is closed without it writes nothing.
 *
 * <p>Source: PostgreSQL manual, COPY, "Binary Format".
 */
public final class CopyWriter implements Closeable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int FLUSH_BYTES = 256 * 1024;
    private static final int TEXT_OID = 25;
    private static final int BIGINT_OID = 20;
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND = 946_684_800L;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer out = ByteBuffer.allocate(FLUSH_BYTES + 64 * 1024);
    private int rowStart;

    private CopyWriter(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        out.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Opens a COPY into a table; the connection can do nothing else until the writer is finished or closed. */
    public static CopyWriter into(Connection connection, String table, String... columns) {
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
            return new CopyWriter(copy, columns.length);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY into " + table + " cannot begin: " + e.getMessage(), e);
        }
    }

    public CopyWriter row() {
        if (out.position() >= FLUSH_BYTES) {
            flush();
        }
        rowStart = out.position();
        room(2).putShort((short) columns);
        return this;
    }

    /** Takes back the row that was begun last, whole: one of its values cannot be written. */
    public void withdrawRow() {
        out.position(rowStart);
    }

    public CopyWriter text(@Nullable String value) {
        return value == null ? missing() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document in UTF-8, for a column of type jsonb. */
    public CopyWriter jsonb(byte @Nullable [] json) {
        if (json == null) {
            return missing();
        }
        room(5 + json.length).putInt(json.length + 1).put((byte) 1).put(json);
        return this;
    }

    /** Bytes; also the UTF-8 of a column of type json or text. */
    public CopyWriter bytea(byte @Nullable [] value) {
        if (value == null) {
            return missing();
        }
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    public CopyWriter integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public CopyWriter integer(@Nullable Integer value) {
        return value == null ? missing() : integer(value.intValue());
    }

    public CopyWriter bigint(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    public CopyWriter real(double value) {
        return bigint(Double.doubleToLongBits(value));
    }

    public CopyWriter flag(@Nullable Boolean value) {
        if (value == null) {
            return missing();
        }
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    public CopyWriter date(@Nullable LocalDate value) {
        return value == null ? missing() : integer((int) ChronoUnit.DAYS.between(EPOCH_DAY, value));
    }

    /** A moment, to the microsecond that it lies in. */
    public CopyWriter timestamp(@Nullable Instant value) {
        return value == null
                ? missing()
                : bigint((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
    }

    /** A one-dimensional {@code bigint[]}. */
    public CopyWriter bigints(long[] values) {
        int start = array(values.length, BIGINT_OID);
        for (long value : values) {
            bigint(value);
        }
        out.putInt(start, out.position() - start - 4);
        return this;
    }

    /** A one-dimensional {@code text[]}. */
    public CopyWriter texts(@Nullable List<String> values) {
        if (values == null) {
            return missing();
        }
        int start = array(values.size(), TEXT_OID);
        for (String value : values) {
            bytea(value.getBytes(StandardCharsets.UTF_8));
        }
        out.putInt(start, out.position() - start - 4);
        return this;
    }

    /** Begins an array; gives the position at which its length is to be put. */
    private int array(int size, int elements) {
        int start = room(24).position();
        out.putInt(0).putInt(size == 0 ? 0 : 1).putInt(0).putInt(elements);
        if (size > 0) {
            out.putInt(size).putInt(1);
        }
        return start;
    }

    /** Ends the COPY and tells how many rows PostgreSQL took. */
    public long finish() {
        try {
            room(2).putShort((short) -1);
            flush();
            return copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("COPY failed: " + e.getMessage(), e);
        }
    }

    /** Gives an unfinished COPY up; its rows are gone. */
    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("COPY could not be given up: " + e.getMessage(), e);
        }
    }

    private CopyWriter missing() {
        room(4).putInt(-1);
        return this;
    }

    private void flush() {
        try {
            copy.writeToCopy(out.array(), 0, out.position());
            out.clear();
        } catch (SQLException e) {
            throw new IllegalStateException("COPY failed: " + e.getMessage(), e);
        }
    }

    /** The buffer, with room for some more bytes. */
    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + bytes));
            out = larger.put(out.flip());
        }
        return out;
    }
}
