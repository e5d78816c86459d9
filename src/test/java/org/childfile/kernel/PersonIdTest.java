package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final SourceKey FOUNDER = new SourceKey("civil-affairs", "KJ2026000017");

    @Test
    void theSameFounderOnTheSameDayHasTheSameId() {
        assertThat(PersonId.derive(PersonId.CHILD, DAY, FOUNDER))
                .isEqualTo(new PersonId("C01a1fed6-0000-7b35-b64b-ee6dc17e5522"));
    }

    @Test
    void theIdIsAUuidOfVersionSevenWithTheStartOfTheDayInShanghai() {
        PersonId id = PersonId.derive(PersonId.VOLUNTEER, DAY, FOUNDER);

        assertThat(id.population()).isEqualTo('V');
        assertThat(id.uuid().version()).isEqualTo(7);
        assertThat(id.uuid().variant()).isEqualTo(2);
        assertThat(id.uuid().getMostSignificantBits() >>> 16).isEqualTo(1795276800000L);
        assertThat(id.toString()).isEqualTo(id.value()).hasSize(37);
    }

    @Test
    void feedAndKeyDoNotRunIntoEachOther() {
        PersonId one = PersonId.derive('C', DAY, new SourceKey("ab", "c"));
        PersonId other = PersonId.derive('C', DAY, new SourceKey("a", "bc"));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void idsOfLaterDaysSortBehindThoseOfEarlierOnes() {
        for (int i = 0; i < 100; i++) {
            SourceKey founder = new SourceKey("health", "H" + i);
            assertThat(PersonId.derive('C', DAY, founder))
                    .isLessThan(PersonId.derive('C', DAY.plusDays(1), new SourceKey("health", "H" + (100 - i))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C",
                "X019a9dc1-8c00-7abc-8def-0123456789ab",
                "C019a9dc1-8c00-4abc-8def-0123456789ab",
                "C019a9dc1-8c00-7abc-7def-0123456789ab",
                "C019A9DC1-8c00-7abc-8def-0123456789ab",
                "C019a9dc1-8c00-7abc-8def-0123456789abc"
            })
    void whatIsNoPersonIdIsRefused(String value) {
        assertThatThrownBy(() -> new PersonId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a person id is C or V and a UUID version 7, not: " + value);
    }

    @Test
    void aSourceKeyIsWrittenWithItsFeedAndReadBack() {
        SourceKey key = new SourceKey("political-legal", "万州区法院|17/2");

        assertThat(key.toString()).isEqualTo("political-legal/万州区法院|17/2");
        assertThat(SourceKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void sourceKeysSortByFeedAndThenByKey() {
        assertThat(new SourceKey("education", "9")).isLessThan(new SourceKey("health", "1"));
        assertThat(new SourceKey("health", "1")).isLessThan(new SourceKey("health", "2"));
    }

    @Test
    void aSourceKeyWithoutFeedOrKeyIsRefused() {
        assertThatThrownBy(() -> new SourceKey("", "1"))
                .hasMessage("a source key needs a feed without a slash, and a key");
        assertThatThrownBy(() -> new SourceKey("a/b", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceKey("health", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourceKey.parse("health")).hasMessage("a source key is written feed/key");
    }
}
