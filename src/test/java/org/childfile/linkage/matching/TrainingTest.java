package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.childfile.linkage.model.LinkModel;
import org.junit.jupiter.api.Test;

/** A made town: every person stands twice, with a known rate of mistakes. */
class TrainingTest {

    private static final LinkModel MODEL = People.model("""
            version: 1
            fields:
              first: {from: first}
              last: {from: last}
              birth: {from: birth}
              town: {from: town}
            blocks:
              - [first, last]
              - [birth]
            comparisons:
              first: {levels: [exact, edit-distance 1]}
              last: {levels: [exact, edit-distance 1]}
              birth: {levels: [exact]}
              town: {levels: [exact]}
            decision: {join: 0.9, review: 0.5}
            """);

    private static List<String> town(int persons) {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            String first = "f" + random.nextInt(100, 300);
            String last = "l" + random.nextInt(1000, 1400);
            String birth = "d" + random.nextInt(5000);
            String town = "t" + random.nextInt(10);
            lines.add(i + "x," + first + "," + last + "," + birth + "," + town);
            lines.add(i + "y," + (random.nextInt(10) == 0 ? first + "z" : first) + "," + last + ","
                    + (random.nextInt(20) == 0 ? "d" + random.nextInt(5000) : birth) + ","
                    + (random.nextInt(5) == 0 ? "t" + random.nextInt(10) : town));
        }
        return lines;
    }

    private static Training trained(List<String> lines, int threads) {
        Matcher matcher = Matcher.of(MODEL, People.table(MODEL, lines.toArray(String[]::new)), threads);
        return matcher.train(new TrainingOptions(1, 300_000, 100_000, 200, 1e-6, List.of()));
    }

    private static double m(Training training, int comparison, int level) {
        return java.util.Objects.requireNonNull(training.model()
                        .comparisons()
                        .get(comparison)
                        .levels()
                        .get(level)
                        .odds())
                .m();
    }

    @Test
    void theRatesOfMistakesAreLearnedWithoutLabels() {
        Training training = trained(town(3000), 2);

        assertThat(m(training, 0, 0)).isCloseTo(0.9, within(0.02));
        assertThat(m(training, 0, 1)).isCloseTo(0.1, within(0.02));
        assertThat(m(training, 2, 0)).isCloseTo(0.95, within(0.02));
        assertThat(m(training, 3, 0)).isCloseTo(0.82, within(0.03));
        assertThat(training.matches()).isCloseTo(3000, within(60.0));
        assertThat(training.converged()).isTrue();
        assertThat(training.warnings()).isEmpty();
    }

    @Test
    void theSameBytesComeOutOnOneThreadOnTwoAndInAnyOrderOfRows() {
        List<String> lines = town(1500);
        String once = trained(lines, 1).model().written();
        String onTwo = trained(lines, 2).model().written();
        Collections.shuffle(lines, new Random(1));
        String shuffled = trained(lines, 2).model().written();

        assertThat(onTwo).isEqualTo(once);
        assertThat(shuffled).isEqualTo(once);
        assertThat(People.model(once).written()).isEqualTo(once);
    }

    @Test
    void decidedPairsCountAsCertain() {
        List<String> lines = town(500);
        Matcher matcher = Matcher.of(MODEL, People.table(MODEL, lines.toArray(String[]::new)), 1);
        List<TrainingOptions.Labelled> otherTowns = new ArrayList<>();
        for (int row = 0; row < 1000; row += 2) {
            if (!matcher.table().values(row, "town").equals(matcher.table().values(row + 1, "town"))) {
                otherTowns.add(new TrainingOptions.Labelled(row, row + 1, true));
            }
        }
        double without = m(matcher.train(TrainingOptions.USUAL), 3, 0);
        double with = m(matcher.train(TrainingOptions.USUAL.with(otherTowns)), 3, 0);

        assertThat(otherTowns).hasSizeGreaterThan(50);
        assertThat(with).isLessThan(without - 0.05);
    }
}
