package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.Test;

/** A night that is run again over the same input writes nothing but what it pulled and the record of its own run. */
class UnchangedNightsTest {

    private static final String[] SCHEMAS = {
        "landing",
        "mapping",
        "linkage",
        "versions",
        "pairing",
        "care",
        "digitalfile",
        "wakeup",
        "rectification",
        "coverage",
        "subject"
    };

    @Test
    void aNightThatIsRunAgainChangesNothingAndTheNextDayLeavesEveryProposal() {
        TestWorld world = TestWorld.of(WorldPlan.of(400, 12).withMistakes(3));
        Nights nights = Nights.start(world, TestFiles.connectors(), TestFiles.mappings());
        try {
            nights.run(1);
            Map<String, String> first = nights.contents(SCHEMAS);
            nights.runs().nightly(world.day(1), RunProgress.NONE, Map.of());
            assertThat(changed(first, nights.contents(SCHEMAS)))
                    .containsExactly("landing.document", "landing.pull", "landing.record");

            assertThat(nights.books().count("select count(*) from pairing.decision where kind = 'propose'"))
                    .isPositive();
            nights.runs().nightly(world.day(2), RunProgress.NONE, Map.of());
            assertThat(changed(first, nights.contents(SCHEMAS)))
                    .doesNotContain(
                            "pairing.pairing", "pairing.decision", "pairing.uncovered", "versions.child_version");
        } finally {
            nights.close();
        }
    }

    private static TreeSet<String> changed(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(table -> Objects.equals(after.get(table), before.get(table)));
        return changed;
    }
}
