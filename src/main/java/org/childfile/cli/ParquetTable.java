package org.childfile.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as Apache Parquet, compressed with Zstandard. The columns have the types of PostgreSQL's: texts, whole and
 * other numbers, flags, days, moments (microseconds, UTC), lists of texts; JSON as its text. What is not shown is null.
 */
final class ParquetTable {

    private ParquetTable() {}

    /** Writes all rows to a file, and says how many. */
    static long write(ResultSet rows, Path file) throws SQLException, IOException {
        ParquetColumns columns = ParquetColumns.of(rows.getMetaData());
        long count = 0;
        try (ParquetWriter<ResultSet> writer = new Builder(file, columns)
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Zstandard())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            while (rows.next()) {
                writer.write(rows);
                count++;
            }
        }
        return count;
    }

    private static final class Builder extends ParquetWriter.Builder<ResultSet, Builder> {
        private final ParquetColumns columns;

        Builder(Path file, ParquetColumns columns) {
            super(new LocalOutputFile(file));
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // Abstract, so it must be here until Parquet takes it away.
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<ResultSet> getWriteSupport(Configuration configuration) {
            return new Rows(columns);
        }

        @Override
        protected WriteSupport<ResultSet> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(columns);
        }
    }

    /** Hands the row on which a result stands to Parquet. */
    private static final class Rows extends WriteSupport<ResultSet> {
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
        public void write(ResultSet row) {
            try {
                columns.write(row, Objects.requireNonNull(consumer));
            } catch (SQLException e) {
                throw new IllegalStateException("a row cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
