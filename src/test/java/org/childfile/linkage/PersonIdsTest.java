package org.childfile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.childfile.kernel.PersonId;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

class PersonIdsTest {

    private final Set<String> everGiven = new HashSet<>();
    private final PersonIds ids = new PersonIds('C', Told.DAY, wanted -> {
        Set<String> found = new HashSet<>(wanted);
        found.retainAll(everGiven);
        return found;
    });

    @Test
    void aNewPersonsIdIsMadeOfItsFirstRecord() {
        assertThat(ids.assign(List.of(person(1, 2), person(3)), Map.of()))
                .containsExactly(derived("f/1"), derived("f/3"));
    }

    @Test
    void aPersonKeepsItsIdWhenRecordsComeAndGo() {
        assertThat(ids.assign(List.of(person(2, 3, 4)), Map.of(2L, "old", 3L, "old", 1L, "old")))
                .containsExactly("old");
    }

    @Test
    void ofTwoPersonsThatBecomeOneTheOneWithMoreRecordsStays() {
        assertThat(ids.assign(List.of(person(1, 2, 3)), Map.of(1L, "few", 2L, "many", 3L, "many")))
                .containsExactly("many");
    }

    @Test
    void ofTwoEqualPersonsThatBecomeOneTheFirstIdInOrderStays() {
        assertThat(ids.assign(List.of(person(1, 2)), Map.of(1L, "b", 2L, "a"))).containsExactly("a");
    }

    @Test
    void whenAPersonIsSplitTheGreaterPartKeepsTheId() {
        assertThat(ids.assign(List.of(person(1), person(2, 3)), Map.of(1L, "old", 2L, "old", 3L, "old")))
                .containsExactly(derived("f/1"), "old");
    }

    @Test
    void whenAPersonIsSplitInHalvesThePartWithTheFirstRecordKeepsTheId() {
        assertThat(ids.assign(List.of(person(1), person(2)), Map.of(1L, "old", 2L, "old")))
                .containsExactly("old", derived("f/2"));
    }

    @Test
    void aFreshIdThatWasEverGivenBeforeIsNotGivenAgain() {
        everGiven.add(derived("f/1"));

        String id = ids.assign(List.of(person(1)), Map.of()).getFirst();

        assertThat(id).isEqualTo(derived("f/1\n1"));
        assertThat(new PersonId(id).population()).isEqualTo('C');
    }

    @Test
    void noTwoPersonsEverShareAnId() {
        everGiven.add(derived("f/1"));
        List<String> given = ids.assign(List.of(person(1), person(2), person(3)), Map.of(2L, "x", 3L, "x"));

        assertThat(given).doesNotHaveDuplicates().contains("x").doesNotContain(derived("f/1"));
    }

    private static String derived(String key) {
        return PersonId.derive('C', Told.DAY, SourceKey.parse(key)).value();
    }

    private static List<LinkRecord> person(long... recordIds) {
        List<LinkRecord> records = new ArrayList<>();
        for (long id : recordIds) {
            records.add(Told.record(id, "f/" + id, "name 张浩"));
        }
        return records;
    }
}
