package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.childfile.files.identity.ReviewQueue.Entry;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewQueueTest {

    private static final TestLinkage LINKAGE = TestLinkage.fresh();
    private final ReviewQueue queue = new ReviewQueue(LINKAGE.dataSource(), LINKAGE.keys());

    @BeforeEach
    void tellAnUncertainPair() {
        LINKAGE.clear();
        LINKAGE.tell("a/1", "name 张浩; birth 2015-03-07");
        LINKAGE.tell("b/1", "name 张皓; birth 2015-03-07");
        LINKAGE.link("one");
    }

    @Test
    void anUncertainPairWaitsWithItsReasonAndPersons() {
        Entry entry = queue.list(10).getFirst();

        assertThat(entry.reason()).isEqualTo("between thresholds");
        assertThat(entry.weight()).isCloseTo(5.4, within(0.1));
        assertThat(entry.a()).isEqualTo(new SourceKey("a", "1"));
        assertThat(entry.left()).isEqualTo(new RecordPair.Side(LINKAGE.person("a/1"), 1));
        assertThat(entry.right().personId()).isEqualTo(LINKAGE.person("b/1"));
        assertThat(queue.find(entry.number())).contains(entry);
        assertThat(queue.waiting()).isEqualTo(1);
    }

    @Test
    void whatAPersonDecidedLeavesTheQueueAtOnceAndForGood() {
        LINKAGE.say("a/1 ! b/1");
        assertThat(queue.list(10)).isEmpty();
        LINKAGE.link("two");
        LINKAGE.tell("b/1", "name 张皓; birth 2015-03-07; sex 1");
        LINKAGE.link("three");

        assertThat(queue.list(10)).isEmpty();
        assertThat(LINKAGE.persons()).isEqualTo("a/1\nb/1");
    }

    @Test
    void whatIsUndoneWaitsAgain() {
        LINKAGE.say("a/1 ! b/1");
        LINKAGE.link("two");
        LINKAGE.verdicts().undo(1, "li", "a slip");
        LINKAGE.link("three");

        assertThat(queue.list(10)).hasSize(1);
    }

    @Test
    void aPairThatStillWaitsKeepsItsNumber() {
        long number = queue.list(10).getFirst().number();
        LINKAGE.tell("c/1", "name 王鹏; birth 2012-10-30; home 500102001001");
        LINKAGE.tell("a/1", "name 张浩; birth 2015-03-07; sex 1");
        LINKAGE.link("two");

        assertThat(queue.list(10)).extracting(Entry::number).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.6, false, false, false, 0.8",
        "1, 1, 1,   false, false, false, 1",
        "4, 2, 1,   false, false, false, 4",
        "4, 2, 1,   true,  false, false, 6",
        "4, 2, 1,   true,  true,  false, 8",
        "4, 2, 1,   true,  true,  true,  9",
        "4, 2, 0,   true,  true,  true,  4.5"
    })
    void whatDecidingIsWorth(
            int a, int b, double closeness, boolean roster, boolean difficulty, boolean underSix, double worth) {
        assertThat(LINKAGE.jdbc()
                        .sql("select linkage.worth(:a, :b, :closeness, :roster, :difficulty, :six)")
                        .param("a", (long) a)
                        .param("b", (long) b)
                        .param("closeness", closeness)
                        .param("roster", roster)
                        .param("difficulty", difficulty)
                        .param("six", underSix)
                        .query(Double.class)
                        .single())
                .isEqualTo(worth);
    }

    @Test
    void whatIsWorthMostComesFirst() {
        String home = "; birth 2013-11-21; home 500103004005; father 李强";
        for (int i = 1; i <= 3; i++) {
            LINKAGE.tell("c/" + i, "name 李浩" + home);
        }
        LINKAGE.tell("d/1", "name 李皓; birth 2013-11-21");
        LINKAGE.link("two");

        assertThat(queue.list(10))
                .extracting(entry -> entry.a().feed()
                        + entry.left().records()
                        + entry.b().feed()
                        + entry.right().records())
                .isEqualTo(List.of("c3d1", "a1b1"));
    }
}
