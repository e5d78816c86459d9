package org.childfile.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.run.EngineLines;
import org.childfile.linkage.run.LinkRequest;
import org.childfile.linkage.run.LinkTables;
import org.childfile.linkage.run.Linked;
import org.childfile.linkage.run.Linking;
import org.childfile.linkage.run.PairDecision;
import org.childfile.linkage.run.StageClock;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark links is byte for byte what the engine in memory links: clusters, pairs and the learned model. */
@SuppressWarnings("NullAway.Init")
class SameAsInMemoryTest {

    private static final Path CITY = Path.of("..", "docs", "linkage-examples", "city.yaml");

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();

    @Test
    void aTableOfAnyPartitionsInAnyOrder() throws IOException {
        Path table = table("people.csv", MadeTable.lines(700, 1));
        Found expected = inMemory(CITY, List.of(table));

        assertEquals(expected, onSpark(CITY, List.of(table), "3", "true"));
        assertTrue(told.getLast().startsWith("stage\tlink.stage.write"), told::toString);
        Path otherOrder = table("people.csv", MadeTable.lines(700, 1).reversed());
        assertEquals(expected, onSpark(CITY, List.of(otherOrder), "11", "false"));
    }

    @Test
    void twoTablesThatHoldAPersonOnceAndBlocksThatAreLeftOut() throws IOException {
        List<String> lines = MadeTable.lines(500, 2);
        Path one = table("one.csv", lines.subList(0, lines.size() / 2));
        Path other = table("other.csv", lines.subList(lines.size() / 2, lines.size()));
        Path model = model("one-to-one.yaml", "max-block: 1000", "link: one-to-one\nmax-block: 6");

        assertEquals(inMemory(model, List.of(one, other)), onSpark(model, List.of(one, other), "4", "true"));
        assertTrue(told.stream().anyMatch(line -> line.startsWith("worst\t") && line.endsWith("\ttrue")), told::toString);
    }

    @Test
    void blocksThatAreSplit() throws IOException {
        // Every twentieth has one name: more rows than one task compares.
        Path table = table("people.csv", MadeTable.lines(8_000, 3));
        Path model = model("large.yaml", "max-block: 1000", "max-block: 100000", "blocks:\n", "blocks:\n  - [name]\n");
        assertEquals(inMemory(model, List.of(table)), onSpark(model, List.of(table), "4", "true"));
        assertTrue(
                told.stream()
                        .filter(line -> line.startsWith("worst\t"))
                        .anyMatch(line -> Integer.parseInt(line.split("\t")[2]) > BlockPlan.SPLIT),
                told::toString);
    }

    /** The model of a city with one part in place of another, in pairs. */
    private Path model(String name, String... changes) throws IOException {
        String model = Files.readString(CITY);
        for (int i = 0; i < changes.length; i += 2) {
            assertTrue(model.contains(changes[i]), changes[i]);
            model = model.replace(changes[i], changes[i + 1]);
        }
        return Files.writeString(directory.resolve(name), model);
    }

    private Path table(String name, List<String> lines) throws IOException {
        return Files.write(
                directory.resolve(name),
                Stream.concat(Stream.of(MadeTable.HEADER), lines.stream()).toList());
    }

    /** What was found, line by line and sorted. */
    private record Found(List<String> clusters, List<String> pairs, String model) {}

    private Found inMemory(Path model, List<Path> tables) {
        CsvPeople.Options options = new CsvPeople.Options(null, null, StandardCharsets.UTF_8);
        LinkRequest request = new LinkRequest(tables, model, options, null, null, true, 1, 2, 0);
        try (StageClock clock = new StageClock((stage, part, count) -> {}, () -> {})) {
            Linked linked = new Linking(request, clock, new Silent()).run(new Problems());
            PeopleTable table = linked.matcher().table();
            List<String> names = linked.sources();
            int[] numbers = linked.numbers();
            List<String> clusters = new ArrayList<>();
            for (int row = 0; row < numbers.length; row++) {
                clusters.add(names.get(table.source(row)) + "," + table.id(row) + "," + numbers[row]);
            }
            PairDecision.Decisions decisions = PairDecision.of(linked.clusters());
            List<String> pairs = new ArrayList<>();
            Edges edges = linked.edges();
            for (int i = 0; i < edges.size(); i++) {
                int a = edges.lower(i);
                int b = edges.upper(i);
                pairs.add(String.join(
                        ",",
                        names.get(table.source(a)),
                        table.id(a),
                        names.get(table.source(b)),
                        table.id(b),
                        LinkTables.weight(edges.weight(i)),
                        LinkTables.probability(edges.weight(i)),
                        decisions.of(a, b).written()));
            }
            return new Found(
                    clusters.stream().sorted().toList(),
                    pairs,
                    linked.matcher().model().written());
        }
    }

    private Found onSpark(Path model, List<Path> tables, String partitions, String adaptive) throws IOException {
        SparkSession spark = LocalSpark.session();
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        spark.conf().set("spark.sql.adaptive.enabled", adaptive);
        Path out = directory.resolve("clusters.csv");
        JobRequest request = LocalSpark.request(
                model, tables.stream().map(Path::toString).toList(), "csv:" + out, directory);
        told.clear();
        new SparkLinking(spark, request, new EngineLines.Teller(told::add)).run(new Problems());
        spark.catalog().clearCache();
        List<String> clusters = Files.readAllLines(out);
        List<String> pairs = Files.readAllLines(directory.resolve("pairs.csv"));
        return new Found(
                clusters.stream().skip(1).sorted().toList(),
                pairs.stream().skip(1).toList(),
                Files.readString(directory.resolve("learned.yaml")));
    }

    private static final class Silent implements Linking.Told {
        @Override
        public void blocking(org.childfile.linkage.matching.BlockingReport report) {}

        @Override
        public void learning(org.childfile.linkage.model.LinkModel model) {}

        @Override
        public String stage(String key) {
            return key;
        }
    }
}
