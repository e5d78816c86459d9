package org.childfile.lab.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {

    private static final WorldPlan PLAN = WorldPlan.of(200, 5);

    @TempDir
    private Path directory;

    private List<String> table(String name) throws IOException {
        Path file = directory.resolve(name);
        long rows = TableWriter.write(PLAN, file, done -> {});
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize((int) rows + 1);
        return lines;
    }

    private static List<CSVRecord> rows(List<String> lines) throws IOException {
        try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(String.join("\n", lines)))) {
            return parser.getRecords();
        }
    }

    @Test
    void theTableHoldsARecordALineAndThePersonLast() throws IOException {
        List<String> lines = table("table.csv");

        assertThat(lines.getFirst())
                .isEqualTo("id,feed,name,former_name,sex,birth_date,id_number,ethnic,division,township,address,"
                        + "guardian,phone,person");
        assertThat(rows(lines.subList(1, lines.size()))).allSatisfy(row -> {
            assertThat(row.size()).isEqualTo(14);
            assertThat(row.get(0) + " " + row.get(1) + " " + row.get(13)).matches("\\d+ [a-z-]+ P\\d{7}");
        });
    }

    @Test
    void theSamePlanGivesTheSameBytes() throws IOException {
        assertThat(table("one.csv")).isEqualTo(table("other.csv"));
    }

    @Test
    void itHoldsAsManyRecordsOfEachPersonAsTheFeedsDo() throws IOException {
        WorldWriter.write(PLAN, directory.resolve("world"), line -> {});
        Map<String, Integer> ofFeeds = new TreeMap<>();
        for (String line : Files.readAllLines(directory.resolve("world/truth.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[3].equals("child") && !Set.of("care-records", "pairings").contains(cells[0])) {
                ofFeeds.merge(cells[0] + " " + cells[2], 1, Integer::sum);
            }
        }
        Map<String, Integer> ofTable = new TreeMap<>();
        List<String> lines = table("table.csv");
        for (CSVRecord row : rows(lines.subList(1, lines.size()))) {
            ofTable.merge(row.get(1) + " " + row.get(13), 1, Integer::sum);
        }

        assertThat(ofTable).isNotEmpty().isEqualTo(ofFeeds);
    }

    @Test
    void theRowsAreAboutAsManyAsWereAskedFor() throws IOException {
        Path file = directory.resolve("table.csv");

        assertThat(TableWriter.write(WorldPlan.of(TableWriter.childrenFor(10_000), 1), file, done -> {}))
                .isBetween(9_500L, 10_500L);
        assertThat(new HashSet<>(Files.readAllLines(file)).size()).isGreaterThan(9_500);
    }
}
