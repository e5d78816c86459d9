package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.childfile.kernel.PersonId;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

class PersonIdsTest {

    private final Set<String> everGiven = new HashSet<>();
    private final PersonIds ids = new PersonIds('C', Told.DAY, UnaryOperator.identity(), wanted -> {
        Set<String> found = new HashSet<>(wanted);
        found.retainAll(everGiven);
        return found;
    });

    @Test
    void aNewPersonsIdIsMadeOfItsFirstRecord() {
        assertThat(ids.assign(List.of(person(1, 2), person(3)), Map.of(), List.of()))
                .containsExactly(derived("f/1"), derived("f/3"));
    }

    @Test
    void aPersonKeepsItsIdWhenRecordsComeAndGo() {
        assertThat(ids.assign(List.of(person(2, 3, 4)), Map.of(2L, "old", 3L, "old", 1L, "old"), List.of()))
                .containsExactly("old");
    }

    @Test
    void ofTwoPersonsThatBecomeOneTheOneWithMoreRecordsStays() {
        assertThat(ids.assign(List.of(person(1, 2, 3)), Map.of(1L, "few", 2L, "many", 3L, "many"), List.of()))
                .containsExactly("many");
    }

    @Test
    void ofTwoEqualPersonsThatBecomeOneTheFirstIdInOrderStays() {
        assertThat(ids.assign(List.of(person(1, 2)), Map.of(1L, "b", 2L, "a"), List.of()))
                .containsExactly("a");
    }

    @Test
    void whenAPersonIsSplitTheGreaterPartKeepsTheId() {
        assertThat(ids.assign(List.of(person(1), person(2, 3)), Map.of(1L, "old", 2L, "old", 3L, "old"), List.of()))
                .containsExactly(derived("f/1"), "old");
    }

    @Test
    void whenAPersonIsSplitInHalvesThePartWithTheFirstRecordKeepsTheId() {
        assertThat(ids.assign(List.of(person(1), person(2)), Map.of(1L, "old", 2L, "old"), List.of()))
                .containsExactly("old", derived("f/2"));
    }

    /** Persons x (1, 2) and y (3, 4, 5) were joined as y; 6, 7 and 8 came later, to what had been x. */
    private static final List<Core> JOINED =
            List.of(new Core("x", true, Set.of(1L, 2L), 2), new Core("y", false, Set.of(3L, 4L, 5L), 3));

    private static final Map<Long, String> AS_Y =
            Map.of(1L, "y", 2L, "y", 3L, "y", 4L, "y", 5L, "y", 6L, "y", 7L, "y", 8L, "y");

    @Test
    void whenAJoinComesUndoneEachPartHasItsOldIdAgain() {
        assertThat(ids.assign(List.of(person(1, 2), person(3, 4, 5)), AS_Y, JOINED))
                .containsExactly("x", "y");
        assertThat(ids.assign(List.of(person(1, 2, 6, 7, 8), person(3, 4, 5)), AS_Y, JOINED))
                .containsExactly("x", "y");
    }

    @Test
    void aJoinedPersonKeepsItsIdWhileNothingComesUndone() {
        assertThat(ids.assign(List.of(person(1, 2, 3, 6)), AS_Y, JOINED)).containsExactly("y");
    }

    @Test
    void aRetiredIdDoesNotComeBackForHalfOfItsRecordsOrLess() {
        assertThat(ids.assign(List.of(person(1), person(2, 3, 4, 5)), AS_Y, JOINED))
                .containsExactly(derived("f/1"), "y");
    }

    @Test
    void aRetiredIdComesBackToThePartThatWouldElseNeedANewOne() {
        assertThat(ids.assign(List.of(person(1, 2), person(6, 7, 8)), AS_Y, JOINED))
                .containsExactly("x", "y");
    }

    @Test
    void aPersonThatWasJoinedTwiceComesBackWhole() {
        List<Core> twice = List.of(
                new Core("x", true, Set.of(1L, 2L), 2),
                new Core("y", true, Set.of(1L, 2L, 3L, 4L, 5L), 5),
                new Core("z", false, Set.of(6L, 7L, 8L), 3));
        Map<Long, String> asZ = Map.of(1L, "z", 2L, "z", 3L, "z", 4L, "z", 5L, "z", 6L, "z", 7L, "z", 8L, "z");

        assertThat(ids.assign(List.of(person(1, 2, 3, 4, 5), person(6, 7, 8)), asZ, twice))
                .containsExactly("y", "z");
        assertThat(ids.assign(List.of(person(1, 2), person(3, 4, 5), person(6, 7, 8)), asZ, twice))
                .containsExactly("x", "y", "z");
    }

    @Test
    void aFreshIdThatWasEverGivenBeforeIsNotGivenAgain() {
        everGiven.add(derived("f/1"));

        String id = ids.assign(List.of(person(1)), Map.of(), List.of()).getFirst();

        assertThat(id).isEqualTo(derived("f/1\n1"));
        assertThat(new PersonId(id).population()).isEqualTo('C');
    }

    @Test
    void noTwoPersonsEverShareAnId() {
        everGiven.add(derived("f/1"));
        List<String> given = ids.assign(List.of(person(1), person(2), person(3)), Map.of(2L, "x", 3L, "x"), List.of());

        assertThat(given).doesNotHaveDuplicates().contains("x").doesNotContain(derived("f/1"));
    }

    private static String derived(String key) {
        return PersonId.derive('C', Told.DAY, SourceKey.parse(key)).value();
    }

    private static List<LinkRecord> person(long... recordIds) {
        List<LinkRecord> records = new ArrayList<>();
        for (long id : recordIds) {
            records.add(new LinkRecord(id, SourceKey.parse("f/" + id)));
        }
        return records;
    }
}
