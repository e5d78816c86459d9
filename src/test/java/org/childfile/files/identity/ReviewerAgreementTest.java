package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.childfile.files.identity.Verdict.Kind;
import org.junit.jupiter.api.Test;

class ReviewerAgreementTest {

    @Test
    void agreementBeyondChanceIsCohensKappa() {
        // Cohen's kappa of 20, 5, 10, 15 is 0.4: 35 of 50 agree, 25 would by chance.
        ReviewerAgreement agreement = ReviewerAgreement.of(opinions(20, 5, 10, 15));

        assertThat(agreement.pairs()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.kappa()).hasValueCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(agreement.disputed()).hasSize(15);
    }

    @Test
    void whereBothAlwaysSaidOneAndTheSameThereIsNoKappa() {
        assertThat(ReviewerAgreement.of(opinions(3, 0, 0, 0)))
                .isEqualTo(new ReviewerAgreement(3, 3, OptionalDouble.empty(), List.of()));
        assertThat(ReviewerAgreement.of(List.of()))
                .isEqualTo(new ReviewerAgreement(0, 0, OptionalDouble.empty(), List.of()));
    }

    private static List<ReviewerAgreement.Pair> opinions(
            int bothSame, int sameThenNot, int notThenSame, int bothDifferent) {
        List<ReviewerAgreement.Pair> pairs = new ArrayList<>();
        add(pairs, bothSame, Kind.SAME, Kind.SAME);
        add(pairs, sameThenNot, Kind.SAME, Kind.DIFFERENT);
        add(pairs, notThenSame, Kind.DIFFERENT, Kind.SAME);
        add(pairs, bothDifferent, Kind.DIFFERENT, Kind.DIFFERENT);
        return pairs;
    }

    private static void add(List<ReviewerAgreement.Pair> pairs, int count, Kind first, Kind second) {
        for (int i = 0; i < count; i++) {
            pairs.add(new ReviewerAgreement.Pair(pairs.size() + 1L, first, second));
        }
    }
}
