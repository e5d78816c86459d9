package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.childfile.kernel.SourceKey;
import org.junit.jupiter.api.Test;

class VerdictConstraintsTest {

    @Test
    void recordsAreOneThroughOthersThoughTheseBeAbsent() {
        VerdictConstraints constraints = VerdictConstraints.of(said("a/1 = x/1", "b/1 = x/1"));

        assertThat(constraints.group(key("b/1"))).isEqualTo(constraints.group(key("a/1")));
        assertThat(constraints.group(key("c/1"))).isEqualTo(key("c/1"));
        assertThat(constraints.joins(key("b/1"))).isTrue();
        assertThat(constraints.joins(key("c/1"))).isFalse();
    }

    @Test
    void whatIsKeptApartFromOneIsKeptApartFromAllThatAreOneWithIt() {
        VerdictConstraints constraints = VerdictConstraints.of(said("a/1 ! b/1", "a/1 = a/2", "b/1 = b/2"));

        assertThat(constraints.apartFrom(key("a/2"))).containsExactly(constraints.group(key("b/2")));
        assertThat(constraints.apartFrom(key("b/2"))).containsExactly(constraints.group(key("a/2")));
        assertThat(constraints.conflicts()).isEmpty();
    }

    @Test
    void aChainThatWouldJoinWhatAnOlderVerdictKeepsApartIsAConflict() {
        assertThat(conflicts("a/1 ! c/1", "a/1 = b/1", "b/1 = c/1")).isEqualTo("b/1 = c/1");
    }

    @Test
    void whatOlderVerdictsMadeOneIsNotKeptApartByALaterOne() {
        VerdictConstraints constraints = VerdictConstraints.of(said("a/1 = b/1", "b/1 = c/1", "a/1 ! c/1"));

        assertThat(constraints.conflicts())
                .extracting(VerdictConstraintsTest::text)
                .containsExactly("a/1 ! c/1");
        assertThat(constraints.apartFrom(key("a/1"))).isEmpty();
    }

    @Test
    void whenTheOlderVerdictIsUndoneTheLaterOneHolds() {
        List<Verdict> verdicts = new ArrayList<>(said("a/1 ! c/1", "a/1 = b/1", "b/1 = c/1"));
        verdicts.set(0, undone(verdicts.getFirst()));

        assertThat(VerdictConstraints.of(verdicts).conflicts()).isEmpty();
        assertThat(VerdictConstraints.of(verdicts).group(key("c/1"))).isEqualTo(key("a/1"));
    }

    @Test
    void theOrderInWhichVerdictsAreGivenChangesNothing() {
        List<Verdict> verdicts = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            int a = random.nextInt(20);
            int b = 20 + random.nextInt(5) - random.nextInt(a + 1);
            if (a != b) {
                verdicts.add(verdict(i, (a < b ? a : b) + 10, (a < b ? b : a) + 10, random.nextBoolean()));
            }
        }
        VerdictConstraints expected = VerdictConstraints.of(verdicts);
        assertThat(expected.conflicts()).isNotEmpty();
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(verdicts, random);
            VerdictConstraints constraints = VerdictConstraints.of(verdicts);
            assertThat(constraints.conflicts()).isEqualTo(expected.conflicts());
            for (int i = 0; i < 40; i++) {
                assertThat(constraints.group(key("f/" + i))).isEqualTo(expected.group(key("f/" + i)));
                assertThat(constraints.apartFrom(key("f/" + i))).isEqualTo(expected.apartFrom(key("f/" + i)));
            }
        }
    }

    @Test
    void recordsThatAnyVerdictsNameTogetherAreDecidedTogether() {
        assertThat(VerdictConstraints.namedTogether(said("a/1 = b/1", "b/1 ! c/1", "d/1 = e/1")).stream()
                        .map(group -> group.stream().map(SourceKey::toString).collect(Collectors.joining(" "))))
                .containsExactly("a/1 b/1 c/1", "d/1 e/1");
    }

    /** Verdicts, oldest first: {@code a/1 = b/1} for one person, {@code a/1 ! b/1} for two. */
    static List<Verdict> said(String... texts) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.split(" ");
            verdicts.add(new Verdict(
                    verdicts.size() + 1L,
                    words[1].equals("=") ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT,
                    key(words[0]),
                    key(words[2]),
                    "wang",
                    Instant.EPOCH,
                    "seen both",
                    null,
                    null));
        }
        return verdicts;
    }

    private static Verdict verdict(int number, int a, int b, boolean same) {
        return new Verdict(
                number,
                same ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT,
                key("f/" + a),
                key("f/" + b),
                "wang",
                Instant.EPOCH,
                "",
                null,
                null);
    }

    private static Verdict undone(Verdict verdict) {
        return new Verdict(
                verdict.number(),
                verdict.kind(),
                verdict.a(),
                verdict.b(),
                verdict.actor(),
                verdict.at(),
                verdict.reason(),
                null,
                new Verdict.Undone("li", Instant.EPOCH, "a slip"));
    }

    private static String conflicts(String... texts) {
        return VerdictConstraints.of(said(texts)).conflicts().stream()
                .map(VerdictConstraintsTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Verdict verdict) {
        return verdict.a() + (verdict.kind() == Verdict.Kind.SAME ? " = " : " ! ") + verdict.b();
    }

    private static SourceKey key(String written) {
        return SourceKey.parse(written);
    }
}
