package org.childfile.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Apache Parquet, compressed with Zstandard. The columns have the types of PostgreSQL's: texts, whole and
 * other numbers, flags, days, moments (microseconds, UTC), lists of texts; JSON as its text. What is not shown is null.
 */
final class ParquetTable {

    private static final int ROWS_AT_ONCE = 2000;

    private ParquetTable() {}

    /** Writes all rows to a file, and says how many. While some rows are encoded, the next ones are read. */
    static long write(ResultSet rows, ExportedTexts texts, Path file)
            throws SQLException, IOException, InterruptedException {
        ParquetColumns columns = ParquetColumns.of(rows.getMetaData(), texts);
        long count = 0;
        try (ParquetWriter<@Nullable Object[]> writer = new Builder(file, columns)
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new Zstandard())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                        .build();
                ExecutorService encoding = Executors.newSingleThreadExecutor()) {
            Future<?> before = CompletableFuture.completedFuture(null);
            List<@Nullable Object[]> some = columns.read(rows, ROWS_AT_ONCE);
            while (!some.isEmpty()) {
                List<@Nullable Object[]> these = some;
                done(before);
                before = encoding.submit(() -> {
                    for (@Nullable Object[] row : these) {
                        writer.write(row);
                    }
                    return null;
                });
                count += these.size();
                some = columns.read(rows, ROWS_AT_ONCE);
            }
            done(before);
        }
        return count;
    }

    private static void done(Future<?> encoded) throws IOException, InterruptedException {
        try {
            encoded.get();
        } catch (ExecutionException e) {
            throw new IOException("Parquet cannot be written: " + e.getCause(), e);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final ParquetColumns columns;

        Builder(Path file, ParquetColumns columns) {
            super(new ParquetFile(file));
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Abstract, so it must be here until Parquet takes it away.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns);
        }
    }

    /** Hands rows to Parquet. */
    private static final class Rows extends WriteSupport<@Nullable Object[]> {
        private final ParquetColumns columns;
        private @Nullable RecordConsumer consumer;

        Rows(ParquetColumns columns) {
            this.columns = columns;
        }

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(Configuration configuration) {
            return new WriteContext(columns.schema(), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(columns.schema(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer prepared) {
            consumer = prepared;
        }

        @Override
        public void write(@Nullable Object[] row) {
            columns.write(row, Objects.requireNonNull(consumer));
        }
    }
}
