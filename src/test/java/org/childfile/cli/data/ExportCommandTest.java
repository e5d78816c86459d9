package org.childfile.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.run.TestServing;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exports hold what their caller may see, all of it, and nothing that a spreadsheet would run. Over 250 lines: both formats and
 * all masks are read back here.
 */
class ExportCommandTest {

    private static final TestServing SERVING = TestServing.get();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));

    @TempDir
    private Path directory;

    private List<CSVRecord> exported(String table) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(Files.readString(directory.resolve(table + ".csv"))))
                .getRecords();
    }

    @Test
    void theOperatorsExportHoldsEveryChildAndEveryVersion() throws IOException {
        SERVING.command("export", "--reason", "a test", "--to", directory.toString());

        assertThat(exported("children"))
                .hasSize(DATABASE.sql("select count(*) from mart.child")
                        .query(Integer.class)
                        .single());
        assertThat(exported("child-versions"))
                .hasSize(DATABASE.sql("select count(*) from versions.child_version")
                        .query(Integer.class)
                        .single());
        assertThat(exported("volunteers").getFirst().get("volunteer_id")).startsWith("V");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "children.csv",
                            "child-versions.csv",
                            "volunteers.csv",
                            "volunteer-versions.csv",
                            "identity-changes.csv",
                            "pairings.csv",
                            "duties.csv",
                            "child-kinds.csv",
                            "hidden-children.csv",
                            "risks.csv",
                            "wakeups.csv",
                            "applications.csv",
                            "coverage.csv");
        }
    }

    @Test
    void aDistrictsExportHoldsItsOwnChildrenAlone() throws IOException {
        String division = DATABASE.sql("select substr(residence_division, 1, 6) from mart.child"
                        + " where residence_division is not null group by 1 order by count(*) desc limit 1")
                .query(String.class)
                .single();
        SERVING.command(
                "export",
                "--to",
                directory.toString(),
                "--table",
                "children",
                "--role",
                "app",
                "--purpose",
                "care",
                "--attributes",
                "name,sex",
                "--division",
                division);

        assertThat(exported("children")).isNotEmpty().allSatisfy(child -> {
            assertThat(child.get("residence_division") + " " + child.get("registered_division"))
                    .contains(division);
            assertThat(child.get("id_number")).isEmpty();
        });
        assertThat(DATABASE.sql("select detail from ops.access where action = 'export table' and role = 'app'")
                        .query(String.class)
                        .list())
                .contains("children " + exported("children").size());
    }

    @Test
    void aParquetFileSaysWhatTheViewSays() throws IOException {
        SERVING.command(
                "export",
                "--reason",
                "a test",
                "--to",
                directory.toString(),
                "--table",
                "children",
                "--format",
                "parquet");

        Map<String, Map<String, Object>> expected = new TreeMap<>();
        DATABASE.sql("select child_id, name, birth_date, version, on_roster, feeds, recorded_at from mart.child")
                .query(row -> {
                    Map<String, Object> child = new HashMap<>();
                    child.put("name", row.getString("name"));
                    child.put("birth_date", row.getObject("birth_date", LocalDate.class));
                    child.put("version", row.getLong("version"));
                    child.put("on_roster", row.getBoolean("on_roster"));
                    child.put("feeds", List.of((String[]) row.getArray("feeds").getArray()));
                    child.put(
                            "recorded_at",
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant());
                    expected.put(row.getString("child_id"), child);
                });
        assertThat(parquet("children")).isNotEmpty().isEqualTo(expected);
    }

    /** By another reader than the one that wrote. */
    private Map<String, Map<String, Object>> parquet(String table) throws IOException {
        Map<String, Map<String, Object>> read = new TreeMap<>();
        try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(directory.resolve(table + ".parquet")));
                RowReader rows = file.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                Map<String, Object> row = new HashMap<>();
                row.put("name", rows.isNull("name") ? null : rows.getString("name"));
                row.put("birth_date", rows.isNull("birth_date") ? null : rows.getDate("birth_date"));
                row.put("version", rows.getLong("version"));
                row.put("on_roster", rows.getBoolean("on_roster"));
                List<String> feeds = new ArrayList<>();
                feeds.addAll(rows.getList("feeds").strings());
                row.put("feeds", feeds);
                row.put("recorded_at", rows.getTimestamp("recorded_at"));
                read.put(rows.getString("child_id"), row);
            }
        }
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86 138", "-2", "@x", "\tx", "\rx"})
    void aTextThatASpreadsheetWouldRunIsMadeAText(String cell) {
        assertThat(org.childfile.kernel.CsvCells.guarded(cell)).isEqualTo("'" + cell);
    }

    @Test
    void otherTextsStayAsTheyAre() {
        assertThat(List.of("", "张三", "1-2", "a=b"))
                .allSatisfy(cell ->
                        assertThat(org.childfile.kernel.CsvCells.guarded(cell)).isEqualTo(cell));
    }

    @Test
    void masksAreLiftedForWhoMaySeeWhatTheyHideAndThatIsRecorded() throws IOException {
        String[] files = {"--table", "children,child-versions,volunteers", "--to", directory.toString()};
        export(Stream.concat(Stream.of("--reason", "a test"), Arrays.stream(files))
                .toArray(String[]::new));
        List<String> masks = column("children", "id_number");
        List<String> phones = column("volunteers", "phone");
        export(Stream.concat(Stream.of("--reveal", "--reason", "a test"), Arrays.stream(files))
                .toArray(String[]::new));

        List<String> whole = column("children", "id_number");
        assertThat(whole)
                .hasSameSizeAs(masks)
                .allSatisfy(number -> assertThat(number).matches("[0-9]{17}[0-9X]"));
        assertThat(masks).allSatisfy(number -> assertThat(number).contains("*"));
        assertThat(column("child-versions", "id_number")).containsAll(whole);
        assertThat(column("volunteers", "phone")).hasSameSizeAs(phones).noneMatch(phone -> phone.contains("*"));
        assertThat(exported("children").getFirst().getParser().getHeaderNames()).doesNotContain("identifiers");
        assertThat(DATABASE.sql("select detail from ops.access where action = 'export table' order by seq desc limit 3")
                        .query(String.class)
                        .list())
                .allMatch(detail -> detail.endsWith(" revealed"));
    }

    @Test
    void aParquetFileIsOpenedTheSameWay() throws IOException {
        String[] files = {"--reveal", "--reason", "a test", "--table", "children", "--to", directory.toString()};
        export(files);
        export(Stream.concat(Arrays.stream(files), Stream.of("--format", "parquet"))
                .toArray(String[]::new));

        List<String> numbers = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(directory.resolve("children.parquet")));
                RowReader rows = reader.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                if (!rows.isNull("id_number")) {
                    numbers.add(rows.getString("id_number"));
                }
            }
        }
        assertThat(numbers).isEqualTo(column("children", "id_number")).isNotEmpty();
    }

    @Test
    void whoSeesNoIdentifiersIsRefusedBeforeAnythingIsWritten() {
        CommandRun run = CommandRun.of(
                SERVING.environment(),
                "export",
                "--reveal",
                "--reason",
                "a test",
                "--purpose",
                "statistics",
                "--to",
                directory.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).contains("the role operator sees no identifiers for statistics");
        assertThat(directory).isEmptyDirectory();
    }

    private void export(String... words) {
        SERVING.command(Stream.concat(Stream.of("export"), Arrays.stream(words)).toArray(String[]::new));
    }

    private List<String> column(String table, String column) throws IOException {
        return exported(table).stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    @Test
    void aTableThatIsNoneIsAnsweredWithThoseThatThereAre() {
        CommandRun run =
                CommandRun.of(SERVING.environment(), "export", "--to", directory.toString(), "--table", "childs");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("Error: --table: found childs; there are children, child-versions, volunteers,"
                        + " volunteer-versions, identity-changes, pairings, duties, child-kinds, hidden-children, risks, wakeups,"
                        + " applications, coverage\n");
    }
}
