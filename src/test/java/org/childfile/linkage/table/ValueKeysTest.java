package org.childfile.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.childfile.linkage.matching.BlockKeys;
import org.childfile.linkage.matching.People;
import org.childfile.linkage.model.LinkModel;
import org.junit.jupiter.api.Test;

class ValueKeysTest {

    private static final LinkModel MODEL = People.model("""
            version: 1
            fields:
              name: {from: name}
              phones: {from: [phone1, phone2, phone3], common: 2}
            blocks:
              - [phones]
            comparisons:
              phones: {levels: [exact]}
            """);

    private static final String ANNA = "a,anna,1,2,3";
    private static final String BERTA = "b,berta,2,1,";
    private static final ValueKeys KEYS = new ValueKeys("people");

    /** How many rows of a table hold each value. */
    private static Map<Long, Integer> counts(PeopleTable table, ValueKeys keys) {
        Map<Long, Integer> counts = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            keys.tell(table, row, (key, most) -> {
                assertThat(most).isEqualTo(2);
                counts.merge(key, 1, Integer::sum);
            });
        }
        return counts;
    }

    private static PeopleTable part(Map<Long, Integer> counts, String... lines) {
        TableBuilder builder = PeopleTable.builder(MODEL);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            builder.add(0, cells[0], new String[] {cells[1], cells[2], cells[3], cells[4]});
        }
        return builder.table(KEYS, key -> counts.getOrDefault(key, 0) > 2);
    }

    @Test
    void aPartOfATableThatIsToldWhatIsTooCommonHoldsWhatTheWholeTableHolds() {
        PeopleTable whole = People.table(MODEL, ANNA, BERTA, "c,clara,2,,", "d,dora,3,,");
        PeopleTable part = part(counts(whole, KEYS), ANNA, BERTA);

        assertThat(whole.values(0, "phones")).containsExactly("1", "3");
        assertThat(part.values(0, "phones")).containsExactly("1", "3");
        assertThat(whole.values(1, "phones")).containsExactly("1");
        assertThat(part.values(1, "phones")).containsExactly("1");
        assertThat(new BlockKeys(part, "people").of(1)).isEqualTo(new BlockKeys(whole, "people").of(1));
    }

    @Test
    void whatIsTooCommonStillCounts() {
        PeopleTable whole = People.table(MODEL, ANNA, BERTA, "c,clara,2,,", "d,dora,3,,");

        assertThat(counts(whole, KEYS).values()).containsExactlyInAnyOrder(2, 3, 2);
        assertThat(whole.values(2, "phones")).isEmpty();
        assertThat(counts(part(counts(whole, KEYS), ANNA, BERTA, "c,clara,2,,"), KEYS)
                        .values())
                .containsExactlyInAnyOrder(2, 3, 1);
    }

    @Test
    void amongOthersTheSameValueHasAnotherKey() {
        PeopleTable table = People.table(MODEL, ANNA);

        assertThat(counts(table, KEYS).keySet())
                .doesNotContainAnyElementsOf(
                        counts(table, new ValueKeys("others")).keySet());
        assertThat(new BlockKeys(table, "people").of(0)).doesNotContain(new BlockKeys(table, "others").of(0));
    }
}
