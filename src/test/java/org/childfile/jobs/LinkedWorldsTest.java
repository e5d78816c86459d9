package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.lab.registers.LinkageScore;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole nights over worlds that no model was learned from, scored by their truth. */
class LinkedWorldsTest {

    private static final int CHILDREN = 2000;

    @ParameterizedTest(name = "seed {0}, mistakes x {1}")
    @CsvSource({"51, 1", "52, 3", "53, 3"})
    void aWorldIsLinkedAsWellAsTheModelPromises(long seed, double mistakes) {
        WorldPlan plan = WorldPlan.of(CHILDREN, seed).withMistakes(mistakes);
        try (Nights nights = Nights.start(TestWorld.of(plan), TestFiles.connectors(), TestFiles.mappings())) {
            nights.run(1);
            Books books = nights.books();
            LinkageScore score = LinkageScore.ofRows(
                    nights.world().dir(),
                    books.texts("select feed || '/' || source_key || '=' || person_id from mart.membership"));

            assertThat(score.unknown()).isEmpty();
            assertThat(score.precision()).as("precision of %s", score).isGreaterThanOrEqualTo(0.9995);
            assertThat(score.recall()).as("recall of %s", score).isGreaterThanOrEqualTo(mistakes > 1 ? 0.985 : 0.997);
            assertThat(score.bCubed()).as("B-cubed of %s", score).isGreaterThanOrEqualTo(mistakes > 1 ? 0.993 : 0.998);
            assertThat(books.count("select count(*) from mart.child where birth_date > '"
                            + nights.world().day(1) + "'"))
                    .as("children who are not born yet")
                    .isZero();
            assertThat(score.mergedPeople()).as("%s", score).isZero();
            HiddenScore hidden = HiddenScore.of(nights, 1);
            assertThat(hidden.recall()).as("hidden children: %s", hidden).isGreaterThanOrEqualTo(0.97);
            assertThat(hidden.found().size() - hidden.planted().size())
                    .as("taken for hidden ones: %s", hidden)
                    .isLessThanOrEqualTo(2);
            assertThat(books.count("""
                            select 100 * count(distinct record_id)
                            from linkage.review_pair cross join lateral (values (a), (b)) asked (record_id)"""))
                    .as("records in review, of 2 % of all")
                    .isLessThanOrEqualTo(2 * books.count("select count(*) from linkage.membership"));
        }
    }
}
