package org.childfile.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    @Test
    void everyChildAndEveryVolunteerHasATown() {
        for (int children : List.of(1, 2, 61, 300, 2000, 200_000)) {
            List<Settlement.Share> shares = Settlement.of(WorldPlan.of(children, 5));

            assertThat(shares.stream().mapToInt(Settlement.Share::children).sum())
                    .isEqualTo(children);
            assertThat(shares.stream().mapToInt(Settlement.Share::volunteers).sum())
                    .isEqualTo(children * 3 / 10);
        }
    }

    @Test
    void aSmallWorldHasATownInACountyOfTheTujiaAndMiao() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(Settlement.of(WorldPlan.of(300, seed)))
                    .anyMatch(share -> share.town().inCounty());
        }
    }

    @Test
    void aLargeWorldHasAllDistrictsAndMostTowns() {
        List<Settlement.Share> shares = Settlement.of(WorldPlan.of(200_000, 1));

        assertThat(shares.stream().map(share -> share.town().district()).distinct())
                .hasSize(38);
        assertThat(shares).hasSizeGreaterThan(900);
    }

    @Test
    void aTownHasTheSameVillagesInEveryWorld() {
        Town town = Settlement.of(WorldPlan.of(300, 1)).getFirst().town();

        assertThat(Town.of(town.division())).isEqualTo(town);
        assertThat(town.villages().stream().map(Town.Village::name)).doesNotHaveDuplicates();
        assertThat(town.villages())
                .allSatisfy(village -> assertThat(village.code()).hasSize(12).startsWith(town.code()));
    }
}
