package org.childfile.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.childfile.linkage.model.LinkModel;
import org.junit.jupiter.api.Test;

class BlockingTest {

    private static final LinkModel MODEL = People.model("""
            version: 1
            max-block: 4
            fields:
              name: {from: name}
              phones: {from: [phone1, phone2]}
            blocks:
              - ["name:first 1", phones]
              - [phones]
              - [name]
            comparisons:
              name: {levels: [exact]}
            """);

    private static List<String> brought(Blocking blocking) {
        List<String> pairs = new ArrayList<>();
        for (Blocking.Task task : blocking.tasks()) {
            blocking.pairs(task, null, (a, b, rule, first) -> pairs.add(a + "+" + b + " by " + rule));
        }
        return pairs;
    }

    @Test
    void aPairIsBroughtOnceByItsFirstKeyHoweverManyItShares() {
        Blocking blocking = Blocking.of(People.table(MODEL, "a,anna,1,2", "b,anna,1,2", "c,berta,2,"), 2);

        assertThat(brought(blocking)).containsExactlyInAnyOrder("0+1 by 0", "0+2 by 1", "1+2 by 1");
        assertThat(blocking.brings(0, 1)).isTrue();
    }

    @Test
    void aBlockThatIsTooLargeIsLeftOutAndToldWithItsWorstKeys() {
        String[] lines = IntStream.range(0, 6)
                .mapToObj(i -> i + "," + i + "n,5," + (i < 2 ? "7" : ""))
                .toArray(String[]::new);
        Blocking blocking = Blocking.of(People.table(MODEL, lines), 1);

        BlockingReport.Rule phones = blocking.report().rules().get(1);
        assertThat(phones.pairs()).isEqualTo(1);
        assertThat(phones.skippedPairs()).isEqualTo(15);
        assertThat(phones.worst())
                .containsExactly(new BlockingReport.Key("5/7", 6, true), new BlockingReport.Key("5/7", 2, false));
        // What another rule brings, it brings nevertheless.
        assertThat(brought(blocking)).containsExactly("0+1 by 1");
        assertThat(blocking.brings(2, 3)).isFalse();
    }

    @Test
    void aHundredThousandRowsOfOneKeyCostNoMemory() {
        String[] lines = IntStream.range(0, 100_000).mapToObj(i -> i + ",,5,").toArray(String[]::new);
        Blocking blocking = Blocking.of(People.table(MODEL, lines), 2);

        assertThat(blocking.report().skippedPairs()).isEqualTo(4_999_950_000L);
        assertThat(brought(blocking)).isEmpty();
    }
}
