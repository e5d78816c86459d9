package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            exact,                 exact
            ' edit-distance   1 ', edit-distance 1
            jaro-winkler 0.920,    jaro-winkler 0.92
            jaro-winkler 1,        jaro-winkler 1
            within 5.0,            within 5
            within-days 0,         within-days 0
            same   first  3,       same first 3
            """)
    void aRelationIsFoundByWhatIsWritten(String written, String again) {
        assertThat(Relations.find(written)).map(Relation::written).contains(again);
        assertThat(Relations.find(again)).map(Relation::written).contains(again);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "exakt",
                "Exact",
                "exact 1",
                "edit-distance",
                "edit-distance 0",
                "edit-distance 6",
                "edit-distance 1.5",
                "edit-distance -1",
                "edit-distance 1 2",
                "jaro-winkler",
                "jaro-winkler 0",
                "jaro-winkler 1.01",
                "jaro-winkler x",
                "jaro-winkler 0.9.9",
                "within-days 99999999999",
                "same",
                "same nothing",
                "same first",
                "token-set NaN"
            })
    void aWrongNameOrArgumentFindsNothing(String written) {
        assertThat(Relations.find(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "first", "first 0", "first 33", "ngrams 1", "year 2015", "itself 1", "exact"})
    void aWrongDerivationFindsNothing(String written) {
        assertThat(Derivations.find(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "date 1", "dates", "exact"})
    void aWrongCleanerFindsNothing(String written) {
        assertThat(Cleaners.find(written)).isEmpty();
    }

    @Test
    void theNamesShowWhichArgumentIsNeeded() {
        assertThat(Relations.names())
                .contains("exact", "edit-distance N", "jaro-winkler X", "within-days N", "same DERIVATION")
                .doesNotHaveDuplicates();
        assertThat(Derivations.names())
                .contains("itself", "first N", "ngrams N")
                .doesNotHaveDuplicates();
        assertThat(Cleaners.names()).contains("text", "chinese-name", "date").doesNotHaveDuplicates();
    }

    @Test
    void everyNameCanBeFound() {
        assertThat(Relations.names())
                .allMatch(name -> Relations.find(withArgument(name)).isPresent());
        assertThat(Derivations.names())
                .allMatch(name -> Derivations.find(withArgument(name)).isPresent());
        assertThat(Cleaners.names()).allMatch(name -> Cleaners.find(name).isPresent());
    }

    @Test
    void twoEntriesOfOneNameAreAMistakeOfThisProgram() {
        Catalogue<String> catalogue = new Catalogue<String>().plain("one", "first");

        assertThatThrownBy(() -> catalogue.counted("one", 1, 2, Integer::toString))
                .hasMessage("two entries are called one");
    }

    static String withArgument(String name) {
        return name.replace(" N", " 2").replace(" X", " 0.8").replace("DERIVATION", "words");
    }
}
