package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.childfile.linkage.model.LinkModel;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final LinkModel MODEL = People.model("""
            version: 1
            fields:
              name: {from: name}
            blocks: [name]
            comparisons:
              name: {levels: [{is: exact, m: 0.9, u: 0.01}, {is: else, m: 0.1, u: 0.99}]}
            prior: 0.1
            """);

    @Test
    void pairsAndRowsAreMeasuredAgainstTheTruth() {
        Matcher matcher = Matcher.of(MODEL, People.table(MODEL, "a,x", "b,x", "c,x", "d,y", "e,z", "f,z"), 1);
        RowClusters clusters = new RowClusters(new int[] {0, 0, 0, 3, 4, 4}, List.of());
        String[] truth = {"1", "1", "2", "2", "3", null};

        Evaluation evaluation = Evaluation.of(matcher, clusters, matcher.pairs(), truth);

        // Found a+b, a+c, b+c; there are a+b, c+d.
        assertThat(evaluation.pairs()).isEqualTo(new Evaluation.Measure(1 / 3.0, 1 / 2.0));
        assertThat(evaluation.pairs().f1()).isCloseTo(0.4, within(1e-9));
        // Precision 2/3, 2/3, 1/3, 1, 1; recall 1, 1, 1/2, 1/2, 1.
        assertThat(evaluation.bCubed().precision()).isCloseTo(3.6667 / 5, within(1e-4));
        assertThat(evaluation.bCubed().recall()).isCloseTo(0.8, within(1e-9));
        assertThat(evaluation.blockingRecall()).isEqualTo(0.5);
        Evaluation.Threshold half = evaluation.thresholds().stream()
                .filter(each -> each.probability() == 0.5)
                .findFirst()
                .orElseThrow();
        assertThat(half.found()).isEqualTo(3);
        assertThat(half.measure()).isEqualTo(new Evaluation.Measure(1 / 3.0, 1 / 2.0));
    }

    @Test
    void nothingToFindAndNothingFoundIsPerfect() {
        assertThat(Evaluation.Measure.of(0, 0, 0).f1()).isEqualTo(1);
        assertThat(Evaluation.Measure.of(0, 0, 5).f1()).isZero();
    }
}
