package org.childfile.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> FEEDS = List.of("civil-affairs", "education", "health", "pairings");

    @ParameterizedTest
    @CsvSource({"eduction,education", "civil_affairs,civil-affairs", "helth,health", "pairing,pairings"})
    void aMistypedWordIsAnsweredWithTheNearestOne(String typed, String meant) {
        assertThat(Suggestion.nearest(typed, FEEDS)).contains(meant);
    }

    @Test
    void aWordThatIsNothingLikeTheOthersHasNoSuggestion() {
        assertThat(Suggestion.nearest("volunteers", FEEDS)).isEmpty();
        assertThat(Suggestion.nearest("health", List.of())).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertThat(Suggestion.nearest("mot", List.of("not", "lot", "mat"))).contains("lot");
    }

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "'',abc,3", "abc,'',3", "same,same,0", "民政,民政局,1"})
    void theDistanceCountsEdits(String a, String b, int edits) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
    }
}
