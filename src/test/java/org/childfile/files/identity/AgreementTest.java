package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.childfile.files.identity.Verdict.Kind;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void agreementBeyondChanceIsCohensKappa() {
        // Cohen's kappa of 20, 5, 10, 15 is 0.4: 35 of 50 agree, 25 would by chance.
        Agreement agreement = Agreement.of(opinions(20, 5, 10, 15));

        assertThat(agreement.pairs()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa()).hasValueCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(agreement.disputed()).hasSize(15);
    }

    @Test
    void whereBothAlwaysSaidOneAndTheSameThereIsNoKappa() {
        assertThat(Agreement.of(opinions(3, 0, 0, 0)))
                .isEqualTo(new Agreement(3, 3, OptionalDouble.empty(), List.of()));
        assertThat(Agreement.of(List.of())).isEqualTo(new Agreement(0, 0, OptionalDouble.empty(), List.of()));
    }

    private static List<Agreement.Pair> opinions(int bothSame, int sameThenNot, int notThenSame, int bothDifferent) {
        List<Agreement.Pair> pairs = new ArrayList<>();
        add(pairs, bothSame, Kind.SAME, Kind.SAME);
        add(pairs, sameThenNot, Kind.SAME, Kind.DIFFERENT);
        add(pairs, notThenSame, Kind.DIFFERENT, Kind.SAME);
        add(pairs, bothDifferent, Kind.DIFFERENT, Kind.DIFFERENT);
        return pairs;
    }

    private static void add(List<Agreement.Pair> pairs, int count, Kind first, Kind second) {
        for (int i = 0; i < count; i++) {
            pairs.add(new Agreement.Pair(pairs.size() + 1L, first, second));
        }
    }
}
