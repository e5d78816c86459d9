package org.childfile.database;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final int NANOS_A_MICRO = 1000;

    private final CopyIn copy;
    private final int columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(FLUSH_BYTES + 64 * 1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopyWriter(CopyIn copy, int columns) throws IOException {
        this.copy = copy;
        this.columns = columns;
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    /** Opens a COPY into a table; the connection can do nothing else until the writer is finished or closed. */
    public static CopyWriter into(Connection connection, String table, String... columns) {
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)");
            return new CopyWriter(copy, columns.length);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("COPY into " + table + " cannot begin: " + e.getMessage(), e);
        }
    }

    public CopyWriter row() {
        if (bytes.size() >= FLUSH_BYTES) {
            flush();
        }
        return write(() -> out.writeShort(columns));
    }

    public CopyWriter text(@Nullable String value) {
        return value == null ? missing() : bytea(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document in UTF-8, for a column of type jsonb. */
    public CopyWriter jsonb(byte @Nullable [] json) {
        return json == null
                ? missing()
                : write(() -> {
                    out.writeInt(json.length + 1);
                    out.writeByte(1);
                    out.write(json);
                });
    }

    public CopyWriter bytea(byte @Nullable [] value) {
        return value == null
                ? missing()
                : write(() -> {
                    out.writeInt(value.length);
                    out.write(value);
                });
    }

    public CopyWriter integer(int value) {
        return write(() -> {
            out.writeInt(4);
            out.writeInt(value);
        });
    }

    public CopyWriter integer(@Nullable Integer value) {
        return value == null ? missing() : integer(value.intValue());
    }

    public CopyWriter bigint(long value) {
        return write(() -> {
            out.writeInt(8);
            out.writeLong(value);
        });
    }

    public CopyWriter real(double value) {
        return bigint(Double.doubleToLongBits(value));
    }

    public CopyWriter flag(@Nullable Boolean value) {
        return value == null
                ? missing()
                : write(() -> {
                    out.writeInt(1);
                    out.writeByte(value ? 1 : 0);
                });
    }

    public CopyWriter date(@Nullable LocalDate value) {
        return value == null ? missing() : integer((int) ChronoUnit.DAYS.between(EPOCH_DAY, value));
    }

    /** A moment; what is finer than a microsecond is cut off, before and after 2000 alike. */
    public CopyWriter timestamp(@Nullable Instant value) {
        return value == null
                ? missing()
                : bigint(Math.multiplyExact(value.getEpochSecond() - EPOCH_SECOND, MICROS_A_SECOND)
                        + value.getNano() / NANOS_A_MICRO);
    }

    /** A one-dimensional {@code text[]}. */
    public CopyWriter texts(@Nullable List<String> values) {
        if (values == null) {
            return missing();
        }
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        try (DataOutputStream to = new DataOutputStream(array)) {
            to.writeInt(values.isEmpty() ? 0 : 1);
            to.writeInt(0);
            to.writeInt(TEXT_OID);
            if (!values.isEmpty()) {
                to.writeInt(values.size());
                to.writeInt(1);
            }
            for (String value : values) {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                to.writeInt(text.length);
                to.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytea(array.toByteArray());
    }

    /** Ends the COPY and tells how many rows PostgreSQL took. */
    public long finish() {
        try {
            out.writeShort(-1);
            flush();
            return copy.endCopy();
        } catch (SQLException | IOException e) {
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
        return write(() -> out.writeInt(-1));
    }

    private void flush() {
        try {
            byte[] buffered = bytes.toByteArray();
            copy.writeToCopy(buffered, 0, buffered.length);
            bytes.reset();
        } catch (SQLException e) {
            throw new IllegalStateException("COPY failed: " + e.getMessage(), e);
        }
    }

    private CopyWriter write(Output output) {
        try {
            output.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that writes into the buffer. */
    private interface Output {
        void run() throws IOException;
    }
}
