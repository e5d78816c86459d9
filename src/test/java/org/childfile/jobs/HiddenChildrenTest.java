package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.Test;

/** Two nights over a world without mistakes: whoever is hidden there is found, and nobody else. */
class HiddenChildrenTest {

    private static final WorldPlan CLEAN = WorldPlan.of(700, 61).withMistakes(0);

    @Test
    void everyPlantedHiddenChildIsFoundAndNoOther() {
        try (Nights nights = Nights.start(TestWorld.of(CLEAN), TestFiles.connectors(), TestFiles.mappings())) {
            for (int night = 1; night <= 2; night++) {
                nights.run(night);
                HiddenScore score = HiddenScore.of(nights, night);

                assertThat(score.planted()).hasSizeGreaterThan(3);
                assertThat(score.found()).isEqualTo(score.planted());
            }
            assertThat(nights.books().count("select count(*) from mart.risk"))
                    .isEqualTo(nights.books().count("select count(*) from mart.child"));
        }
    }
}
