package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.linkage.table.TablePart;
import org.childfile.linkage.table.TableStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of a part weigh as in the whole table, and stand in the same blocks. */
@SuppressWarnings("NullAway.Init")
class PartsTest {

    private static final String MODEL = """
            version: 1
            fields:
              name: {from: name, as: name}
              birth: {from: birth, as: date}
              phones: {from: [phone1, phone2], common: 4}
            blocks:
              - [name]
              - [birth, phones]
            comparisons:
              name:
                terms: true
                levels:
                  - {is: exact, m: 0.512, u: 0.001}
                  - {is: edit-distance 1, m: 0.008, u: 0.002}
                  - {is: else, m: 0.03125, u: 0.5}
              birth:
                levels: [{is: exact, m: 0.9216, u: 0.0009}, {is: else, m: 0.1, u: 0.8}]
              phones:
                levels: [{is: exact, m: 0.512, u: 0.016}, {is: else, m: 0.25, u: 0.5}]
            decision: {join: 0.99, review: 0.5}
            prior: 0.015384615384615385
            """;

    private static final int ROWS = 200;

    private final LinkModel model = People.model(MODEL);
    private Matcher whole;
    private TableStatistics statistics;

    @BeforeEach
    void makeTable() {
        Random random = new Random(5);
        String[] lines = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            String name = random.nextInt(3) == 0 ? "anna" : "name" + random.nextInt(40);
            lines[row] = "%03d,%s,2015-01-%02d,%s,%s"
                    .formatted(row, name, 1 + random.nextInt(9), phone(random, 20), phone(random, 90));
        }
        whole = Matcher.of(model, People.table(model, lines), 1);
        statistics = statistics(whole.table());
    }

    private static String phone(Random random, int among) {
        return random.nextInt(4) == 0 ? "" : "136000000" + (10 + random.nextInt(among));
    }

    /** Counted row by row, as another engine would. */
    private TableStatistics statistics(PeopleTable table) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        boolean[] counted = TableStatistics.counted(model);
        long[] filled = new long[counted.length];
        for (int row = 0; row < ROWS; row++) {
            List<List<String>> values = heldBy(table, row);
            for (int field = 0; field < counted.length; field++) {
                filled[field] += table.cell(row, field) == PeopleTable.NONE ? 0 : 1;
                for (int i = 0; counted[field] && i < values.get(field).size(); i++) {
                    counts.merge(TableStatistics.key(field, values.get(field).get(i)), 1L, Long::sum);
                }
            }
        }
        counts.values().removeIf(rows -> rows < TableStatistics.LEAST);
        return TableStatistics.of(
                        model,
                        ROWS,
                        counts.keySet().stream().mapToLong(key -> key).toArray(),
                        counts.values().stream().mapToLong(rows -> rows).toArray())
                .filled(filled);
    }

    /** With the values that too many hold, as they are before anything is counted. */
    private List<List<String>> heldBy(PeopleTable table, int row) {
        List<List<String>> values = new ArrayList<>();
        for (int field = 0; field < model.fields().size(); field++) {
            int cell = table.held(row, field);
            List<String> of = new ArrayList<>();
            for (int i = 0; i < table.size(cell); i++) {
                of.add(table.dictionary(field).text(table.value(cell, i)));
            }
            values.add(of);
        }
        return values;
    }

    private PeopleTable part(int[] rows) {
        TablePart part = new TablePart(model, statistics);
        for (int row : rows) {
            part.add(row, 0, heldBy(whole.table(), row));
        }
        return part.table();
    }

    @Test
    void pairsOfAPartWeighAsInTheWhole() {
        assertThat(IntStream.range(0, ROWS).filter(row -> whole.table().onlyCommon(row, row, 2)))
                .as("some phones are too common")
                .isNotEmpty();
        // From the last to the first: a part has the order of ranks.
        PeopleTable part = part(IntStream.range(0, ROWS)
                .filter(row -> row % 3 == 0)
                .map(row -> ROWS - 2 - row)
                .toArray());
        Scorer inPart = Matcher.ofPart(model, part).scorer();
        Scorer inWhole = whole.scorer();
        List<Double> different = new ArrayList<>();
        for (int a = 0; a < part.rows(); a++) {
            for (int b = a + 1; b < part.rows(); b++) {
                double expected = inWhole.free((int) TablePart.rank(part, a), (int) TablePart.rank(part, b));
                assertThat(inPart.free(a, b)).isEqualTo(expected);
                different.add(expected);
            }
        }
        assertThat(different.stream().distinct().count())
                .as("weights that were met")
                .isGreaterThan(10);
    }

    @Test
    void rowsOfAPartStandInTheBlocksOfTheWhole() {
        PeopleTable all = part(IntStream.range(0, ROWS).toArray());
        PeopleTable few = part(new int[] {7, 31, 150});
        PartKeys ofAll = new PartKeys(all);
        PartKeys ofFew = new PartKeys(few);
        for (int row = 0; row < few.rows(); row++) {
            assertThat(ofFew.of(row)).isNotEmpty().isEqualTo(ofAll.of((int) TablePart.rank(few, row)));
        }
        for (int a = 0; a < ROWS; a++) {
            for (int b = a + 1; b < ROWS; b++) {
                long[] one = ofAll.of(a);
                long[] other = ofAll.of(b);
                boolean share = BlockKey.firstShared(one, 0, one.length, other, 0, other.length) >= 0;
                assertThat(share).as(a + " and " + b).isEqualTo(whole.brings(a, b));
            }
        }
    }

    @Test
    void randomPairsAreThoseOfTheirTasksAndOfDrawnRows() {
        RandomPairs pairs = new RandomPairs(3, 50_000, 20_000);
        List<Long> rows = new ArrayList<>();
        long[] count = new long[1];
        for (int task = 0; task < pairs.tasks(); task++) {
            List<Long> drawn = Arrays.stream(pairs.drawn(task)).boxed().toList();
            pairs.of(task, (a, b) -> {
                count[0]++;
                assertThat(drawn).contains(a, b);
                rows.add(a);
            });
        }
        assertThat(count[0]).isBetween(19_000L, 20_000L);
        assertThat(rows.stream().distinct().count()).isGreaterThan(1_000);
        assertThat(new RandomPairs(3, 50, 20_000).every()).isTrue();
    }
}
