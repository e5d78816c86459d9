package org.childfile.care.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No small count is published, and none can be worked out of those that are. */
class SmallCellsTest {

    private static final int BELOW = 5;

    static LongStream smallCities() {
        return LongStream.range(0, 12);
    }

    static LongStream cities() {
        return LongStream.range(100, 140);
    }

    @ParameterizedTest
    @MethodSource("cities")
    void noSumGivesACellThatIsNotPublished(long seed) {
        Cells cells = MadeCity.of(seed, 4, 5, 20 + (int) (seed % 7) * 60);
        BitSet published = SmallCells.published(cells, BELOW, new BitSet());

        assertThat(published.stream().filter(cell -> cells.count(cell) < BELOW)).isEmpty();
        assertThat(new Attacker(cells, published).solved()).isEmpty();
        assertThat(new Reckoner(cells).pinned(published).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("smallCities")
    void noLinearProgramBindsACellThatIsNotPublishedToOneNumber(long seed) {
        Cells cells = MadeCity.of(seed, 2, 3, 30 + (int) (seed % 4) * 40);
        BitSet published = SmallCells.published(cells, BELOW, new BitSet());

        assertThat(new Attacker(cells, published).pinned()).isEmpty();
    }

    /** The attacker is no straw man: where only small cells are kept back, he finds them. */
    @Test
    void theAttackerFindsWhatSubtractionGives() {
        Cells cells = MadeCity.of(3, 2, 3, 110);
        BitSet primary = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            primary.set(cell, cells.count(cell) >= BELOW);
        }

        assertThat(new Attacker(cells, primary).solved()).isNotEmpty();
        assertThat(new Attacker(cells, primary).pinned()).isNotEmpty();
        assertThat(new Reckoner(cells).pinned(primary).isEmpty()).isFalse();
    }

    @Test
    void muchIsStillPublishedWhereCountsAreLarge() {
        Cells cells = MadeCity.of(7, 6, 6, 8000);
        BitSet published = SmallCells.published(cells, BELOW, new BitSet());

        assertThat(published.cardinality()).isGreaterThan(cells.size() * 2 / 3);
    }

    /**
     * Two tables of which nothing but one township's few changed: together they give no cell that either of them keeps back, even
     * to who takes all else to be as it was.
     */
    @ParameterizedTest
    @MethodSource("cities")
    void whatWasKeptBackIsKeptBackAgain(long seed) {
        Cells first = MadeCity.of(seed, 4, 5, 200);
        BitSet before = SmallCells.published(first, BELOW, new BitSet());
        BitSet kept = new BitSet();
        kept.set(0, first.size());
        kept.andNot(before);

        assertThat(SmallCells.published(first, BELOW, kept)).isEqualTo(before);
    }

    @Test
    void aLonelySmallTownshipTakesTheNextOneWithIt() {
        Cells cells = new Cells(List.of(
                tally("50", 81),
                tally("500101", 81),
                tally("500101001", 42),
                tally("500101002", 36),
                tally("500101003", 3)));
        BitSet published = SmallCells.published(cells, BELOW, new BitSet());

        assertThat(List.of(0, 1, 2, 3, 4).stream().map(d -> published.get(Cells.cell(d, 0, Tally.ROSTER))))
                .containsExactly(true, true, true, false, false);
    }

    /** So many on the roster, a third of each age, all of them covered. */
    private static Tally tally(String division, long children) {
        long[][] counts = new long[Cells.LEVELS][Cells.MEASURES];
        for (int m : new int[] {Tally.ROSTER, Tally.COVERED}) {
            counts[0][m] = children;
            counts[1][m] = children / 3;
            counts[2][m] = children / 3;
            counts[3][m] = children - 2 * (children / 3);
        }
        return new Tally(division, counts);
    }
}
