package org.childfile.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class CopyWriterTest {

    private static final String[] COLUMNS = {"t", "j", "b", "i", "l", "d", "f", "day", "at", "ts"};

    private static DatabaseAddress address;
    private Connection connection;

    @BeforeAll
    static void createDatabase() {
        address = TestDatabase.empty();
    }

    @BeforeEach
    void createTable() throws SQLException {
        connection = address.connect();
        execute("create temporary table every_type (n integer generated always as identity, t text, j jsonb, b bytea,"
                + " i integer, l bigint, d double precision, f boolean, day date, at timestamptz, ts text[])");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyTypeComesBackAsItWasWritten() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", COLUMNS)) {
            copy.row()
                    .text("张𠀀\n\t\\N \"'")
                    .jsonb("{\"a\": [1, \"é\"]}".getBytes(StandardCharsets.UTF_8))
                    .bytea(new byte[] {0, 1, -1, '\n'})
                    .integer(-7)
                    .bigint(Long.MIN_VALUE)
                    .real(-0.1)
                    .flag(true)
                    .date(LocalDate.of(1999, 12, 31))
                    .timestamp(Instant.parse("1999-12-31T15:59:59.123456Z"))
                    .texts(List.of("a,b", "", "{}", "NULL", "\"张\""));
            assertThat(copy.finish()).isEqualTo(1);
        }

        assertThat(rows("t, j::text, encode(b, 'hex'), i, l, d, f, day, at at time zone 'UTC', ts::text"))
                .isEqualTo("张𠀀\n\t\\N \"'|{\"a\": [1, \"é\"]}|0001ff0a|-7|-9223372036854775808|-0.1|t|1999-12-31"
                        + "|1999-12-31 15:59:59.123456|{\"a,b\",\"\",\"{}\",\"NULL\",\"\\\"张\\\"\"}\n");
    }

    @Test
    void nothingComesBackAsNull() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", COLUMNS)) {
            copy.row()
                    .text(null)
                    .jsonb(null)
                    .bytea(null)
                    .integer(null)
                    .bigint(0)
                    .real(0)
                    .flag(null)
                    .date(null)
                    .timestamp(null)
                    .texts(null);
            assertThat(copy.finish()).isEqualTo(1);
        }

        assertThat(rows("t, j, b, i, l, d, f, day, at, ts")).isEqualTo("null|null|null|null|0|0|null|null|null|null\n");
    }

    @Test
    void whatIsEmptyIsNotNull() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", "t", "b", "ts")) {
            copy.row().text("").bytea(new byte[0]).texts(List.of());
            assertThat(copy.finish()).isEqualTo(1);
        }

        assertThat(rows("t = '', length(b), cardinality(ts), ts = '{}'::text[]"))
                .isEqualTo("t|0|0|t\n");
    }

    @Test
    void theEarliestAndLatestDatesKeepTheirDay() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", "day", "at")) {
            copy.row().date(LocalDate.of(1, 1, 1)).timestamp(Instant.parse("0001-01-01T00:00:00Z"));
            copy.row().date(LocalDate.of(9999, 12, 31)).timestamp(Instant.parse("9999-12-31T23:59:59Z"));
            assertThat(copy.finish()).isEqualTo(2);
        }

        assertThat(rows("day, at at time zone 'UTC'"))
                .isEqualTo("0001-01-01|0001-01-01 00:00:00\n9999-12-31|9999-12-31 23:59:59\n");
    }

    @Test
    void aMomentLosesWhatIsFinerThanAMicrosecondBeforeAndAfter2000() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", "at")) {
            copy.row().timestamp(Instant.parse("1999-12-31T15:59:59.123456999Z"));
            copy.row().timestamp(Instant.parse("1999-12-31T23:59:59.999999999Z"));
            copy.row().timestamp(Instant.parse("2000-01-01T00:00:00.000000999Z"));
            copy.row().timestamp(Instant.parse("2026-11-22T04:00:00.123456999Z"));
            assertThat(copy.finish()).isEqualTo(4);
        }

        assertThat(rows("at at time zone 'UTC'")).isEqualTo("""
                        1999-12-31 15:59:59.123456
                        1999-12-31 23:59:59.999999
                        2000-01-01 00:00:00
                        2026-11-22 04:00:00.123456
                        """);
    }

    @Test
    void moreThanABufferfulArrivesWhole() throws SQLException {
        String text = "x".repeat(1000);
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", "t", "i")) {
            for (int i = 0; i < 1000; i++) {
                copy.row().text(text).integer(i);
            }
            copy.row().text("y".repeat(1_000_000)).integer(1000);
            assertThat(copy.finish()).isEqualTo(1001);
        }

        assertThat(rows("sum(i), sum(length(t))")).isEqualTo("500500|2000000\n");
    }

    @Test
    void aWriterThatIsClosedWithoutItsEndWritesNothing() throws SQLException {
        try (CopyWriter copy = CopyWriter.into(connection, "every_type", "t")) {
            copy.row().text("given up");
        }

        assertThat(rows("count(*)")).isEqualTo("0\n");
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> CopyWriter.into(connection, "absent", "t"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("COPY into absent cannot begin: ");
    }

    @Test
    void aFailureDoesNotRepeatTheRow() throws SQLException {
        execute("alter table every_type add check (t <> 'secret')");

        assertThatThrownBy(() -> {
                    try (CopyWriter copy = CopyWriter.into(connection, "every_type", "t")) {
                        copy.row().text("secret");
                        copy.finish();
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("COPY failed: ")
                .hasMessageNotContaining("secret");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String rows(String select) throws SQLException {
        StringBuilder found = new StringBuilder();
        boolean whole = select.startsWith("sum") || select.startsWith("count");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select " + select + " from every_type" + (whole ? "" : " order by n"))) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    found.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.append('\n');
            }
        }
        return found.toString();
    }
}
