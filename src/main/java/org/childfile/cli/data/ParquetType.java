package org.childfile.cli.data;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** How the types of PostgreSQL stand in Parquet. */
enum ParquetType {
    TEXT {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            return row.getString(at);
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addBinary(bytes(value));
        }
    },
    TEXTS {
        @Override
        Type field(String name) {
            return Types.optionalList()
                    .optionalElement(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            Array array = row.getArray(at);
            return array == null ? null : array.getArray();
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.startGroup();
            @Nullable Object[] elements = (Object[]) value;
            if (elements.length > 0) {
                out.startField("list", 0);
                for (Object element : elements) {
                    out.startGroup();
                    if (element != null) {
                        out.startField("element", 0);
                        out.addBinary(bytes(element));
                        out.endField("element", 0);
                    }
                    out.endGroup();
                }
                out.endField("list", 0);
            }
            out.endGroup();
        }
    },
    INTEGER {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.INT64).named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            long number = row.getLong(at);
            return row.wasNull() ? null : number;
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addLong((Long) value);
        }
    },
    NUMBER {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.DOUBLE).named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            double number = row.getDouble(at);
            return row.wasNull() ? null : number;
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addDouble((Double) value);
        }
    },
    FLAG {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            boolean flag = row.getBoolean(at);
            return row.wasNull() ? null : flag;
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addBoolean((Boolean) value);
        }
    },
    DAY {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.INT32)
                    .as(LogicalTypeAnnotation.dateType())
                    .named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, LocalDate.class);
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
        }
    },
    MOMENT {
        @Override
        Type field(String name) {
            return Types.optional(PrimitiveTypeName.INT64)
                    .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                    .named(name);
        }

        @Override
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            return row.getObject(at, OffsetDateTime.class);
        }

        @Override
        void write(Object value, RecordConsumer out) {
            out.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, ((OffsetDateTime) value).toInstant()));
        }
    };

    /** By PostgreSQL's name of a type; what has no counterpart is its text. */
    static ParquetType of(String name) {
        return switch (name) {
            case "_text" -> TEXTS;
            case "int2", "int4", "int8" -> INTEGER;
            case "float4", "float8", "numeric" -> NUMBER;
            case "bool" -> FLAG;
            case "date" -> DAY;
            case "timestamptz" -> MOMENT;
            default -> TEXT;
        };
    }

    /** The field of a column. */
    abstract Type field(String name);

    /** The value of the row on which a result stands. */
    abstract @Nullable Object read(ResultSet row, int at) throws SQLException;

    abstract void write(Object value, RecordConsumer out);

    private static Binary bytes(Object text) {
        return Binary.fromConstantByteArray(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
