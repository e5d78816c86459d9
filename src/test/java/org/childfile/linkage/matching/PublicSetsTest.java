package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.childfile.linkage.model.LinkModel;
import org.childfile.linkage.table.CsvPeople;
import org.childfile.linkage.table.PeopleTable;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The accuracy on public sets, which lie beside the project; skipped where they do not. No truth is looked at to set anything. */
class PublicSetsTest {

    private static final Path SETS = Path.of(System.getProperty(
            "linkage.sets", Path.of("..", "shared", "data", "linkage").toString()));

    private static Evaluation evaluated(String model, String truth, String... files) {
        List<Path> paths = Arrays.stream(files).map(SETS::resolve).toList();
        assumeTrue(paths.stream().allMatch(Files::exists), () -> "the public sets are not in " + SETS);
        Problems problems = new Problems();
        LinkModel untrained = LinkModel.read(Path.of("docs", "linkage-examples", model), problems);
        CsvPeople.People people = CsvPeople.read(
                untrained,
                paths,
                new CsvPeople.Options(null, truth.isEmpty() ? null : truth, StandardCharsets.UTF_8),
                2,
                problems,
                rows -> {});
        problems.raise();
        Matcher matcher = Matcher.of(untrained, Objects.requireNonNull(people).table(), 2);
        Matcher learned = matcher.learned(matcher.train(TrainingOptions.USUAL).model());
        Edges edges = learned.pairs();
        return Evaluation.of(
                learned,
                Clustering.decide(learned, edges, RowVerdicts.NONE),
                edges,
                truth.isEmpty() ? numbers(people.table()) : people.truth());
    }

    /** FEBRL writes the person into the id: {@code rec-123-dup-0}. */
    private static String[] numbers(PeopleTable table) {
        String[] numbers = new String[table.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = table.id(row).split("-")[1];
        }
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({"febrl_dataset1.csv,0.998", "febrl_dataset2.csv,0.998", "febrl_dataset3.csv,0.997"})
    void febrlIsDeduplicated(String file, double f1) {
        assertThat(evaluated("febrl.yaml", "", file).pairs().f1()).isGreaterThanOrEqualTo(f1);
    }

    @Test
    void febrl4IsLinkedFileToFile() {
        assertThat(evaluated("febrl-4.yaml", "", "febrl_dataset4a.csv", "febrl_dataset4b.csv")
                        .pairs()
                        .f1())
                .isGreaterThanOrEqualTo(0.9995);
    }

    @ParameterizedTest
    @CsvSource({"fake_1000.csv,cluster,0.92", "fake_10000.csv,group,0.97"})
    void fakePeopleAreDeduplicated(String file, String truth, double f1) {
        assertThat(evaluated("fake-people.yaml", truth, file).pairs().f1()).isGreaterThanOrEqualTo(f1);
    }
}
