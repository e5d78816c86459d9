package org.childfile.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class IdNumberFieldsTest {

    private static final String ROUND = "500238201602175000";

    private final IdNumberFields fields = new IdNumberFields(Set.of());

    @Test
    void aNumberThatEndsInZerosIsSoundWhereNothingElseWasEaten() {
        note("a", "500238201602175238");
        note("a", ROUND);
        fields.settle();

        assertThat(fields.judged("a", read(ROUND))).isEqualTo(new Reading.Sound(ROUND));
    }

    @Test
    void besideAnEatenOneItIsEatenTooInThatFieldAlone() {
        note("a", ROUND);
        note("a", "5.00238E+17");
        note("b", ROUND);
        fields.settle();

        assertThat(fields.judged("a", read(ROUND))).isEqualTo(new Reading.Doubtful(ROUND, "EATEN_BY_SPREADSHEET"));
        assertThat(fields.judged("b", read(ROUND))).isEqualTo(new Reading.Sound(ROUND));
        assertThat(fields.eaten()).containsExactly("a");
    }

    @Test
    void moreOfThemThanChanceBringsAreEaten() {
        note("a", ROUND);
        note("a", ROUND);
        note("a", "500238201602175238");
        for (int i = 0; i < 1000; i++) {
            note("b", "500238201602175238");
        }
        note("b", ROUND);
        note("b", ROUND);
        fields.settle();

        assertThat(fields.eaten()).containsExactly("a");
    }

    @Test
    void whatIsKnownOfAFieldStaysKnown() {
        IdNumberFields known = new IdNumberFields(Set.of("a"));

        assertThat(known.open("a", read(ROUND))).isFalse();
        assertThat(known.open("b", read(ROUND))).isTrue();
        assertThat(known.judged("a", read(ROUND))).isInstanceOf(Reading.Doubtful.class);
    }

    private void note(String field, String text) {
        fields.note(field, read(text));
    }

    private static Reading read(String text) {
        return Normaliser.CITIZEN_ID.read(text);
    }
}
