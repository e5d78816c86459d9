package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRelationsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # relation,          one,               other,              holds
            exact,               smith,             smith,              true
            exact,               smith,             Smith,              false
            exact,               '',                '',                 false
            exact-folded,        O'Brien,           ＯＢＲＩＥＮ,       true
            exact-folded,        'st. james',       St James,           true
            exact-folded,        st james,          st jamie,           false
            exact-folded,        --,                ..,                 false
            edit-distance 1,     smith,             smyth,              true
            edit-distance 1,     smith,             smit,               true
            edit-distance 1,     smith,             simth,              false
            edit-distance 2,     smith,             simth,              true
            edit-distance 2,     kitten,            sitting,            false
            edit-distance 3,     kitten,            sitting,            true
            edit-distance 1,     张小明,            张晓明,             true
            edit-distance 1,     张小明,            张明,               true
            damerau 1,           smith,             simth,              true
            damerau 1,           smith,             hsmit,              false
            damerau 2,           ca,                abc,                false
            damerau 3,           ca,                abc,                true
            jaro-winkler 0.92,   martha,            marhta,             true
            jaro-winkler 0.97,   martha,            marhta,             false
            jaro-winkler 1,      martha,            martha,             true
            jaro 0.94,           martha,            marhta,             true
            jaro 0.95,           martha,            marhta,             false
            prefix 3,            Rob,               robert,             true
            prefix 4,            rob,               robert,             false
            prefix 3,            robin,             robert,             false
            initial,             J.,                john,               true
            initial,             j,                 J,                  true
            initial,             j,                 robert,             false
            initial,             jo,                john,               false
            token-set 0.5,       12 high street,    High Street 14,     true
            token-set 0.6,       12 high street,    High Street 14,     false
            token-set 1,         john smith,        'SMITH, John',      true
            token-set 0.1,       '',                '',                 false
            token-set 0.8,       青龙村12号,        青龙村2号,          false
            tokens-subset,       anna maria,        maria,              true
            tokens-subset,       anna maria,        maria luise,        false
            tokens-subset,       anna,              '',                 false
            bigrams 0.25,        night,             nacht,              true
            bigrams 0.26,        night,             nacht,              false
            same soundex,        robert,            rupert,             true
            same soundex,        robert,            rubin,              false
            same double-metaphone, smith,           schmidt,            true
            same words,          anna maria,        maria luise,        true
            same sorted-words,   anna maria,        maria anna,         true
            """)
    void textsAgree(String relation, String one, String other, boolean holds) {
        assertThat(Holding.holds(relation, one, other)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the values that Winkler (1990) gives
            MARTHA,   MARHTA,    0.9444, 0.9611
            DIXON,    DICKSONX,  0.7667, 0.8133
            DWAYNE,   DUANE,     0.8222, 0.8400
            JONES,    JOHNSON,   0.7905, 0.8324
            ABROMS,   ABRAMS,    0.8889, 0.9222
            MARTHA,   MARTHA,    1,      1
            ABC,      XYZ,       0,      0
            '',       ABC,       0,      0
            """)
    void jaroAndWinklerMeasureAsPublished(String one, String other, double jaro, double winkler) {
        assertThat(JaroWinkler.jaro(one.toCharArray(), other.toCharArray())).isCloseTo(jaro, within(0.00005));
        assertThat(JaroWinkler.of(one.toCharArray(), other.toCharArray())).isCloseTo(winkler, within(0.00005));
    }

    @Test
    void ofVeryLongTextsTheFirst64CharactersAreMeasured() {
        char[] one = ("a".repeat(64) + "b".repeat(36)).toCharArray();
        char[] other = ("a".repeat(64) + "c".repeat(36)).toCharArray();

        assertThat(JaroWinkler.of(one, other)).isEqualTo(1);
    }

    @Test
    void fewEditsAreThoseOfTheWholeTable() {
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            char[] one = word(random);
            char[] other = word(random);
            int edits = table(one, other, false);
            int withSwaps = table(one, other, true);
            for (int most = 1; most <= 5; most++) {
                assertThat(Edits.within(one, other, most)).isEqualTo(edits <= most);
                assertThat(Edits.withinSwapping(one, other, most)).isEqualTo(withSwaps <= most);
            }
        }
    }

    private static char[] word(Random random) {
        char[] word = new char[random.nextInt(8)];
        for (int i = 0; i < word.length; i++) {
            word[i] = (char) ('a' + random.nextInt(3));
        }
        return word;
    }

    /** Wagner and Fischer (1974), with swaps of neighbours that nothing else touches. */
    private static int table(char[] one, char[] other, boolean swapping) {
        int[][] edits = new int[one.length + 1][other.length + 1];
        for (int i = 0; i <= one.length; i++) {
            for (int j = 0; j <= other.length; j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (swapping && i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length][other.length];
    }
}
