package org.childfile.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every relation keeps to, for values of every kind and for nonsense. */
class RelationPropertiesTest {

    /** Those that say in what two values differ, and so do not hold of a value and itself. */
    private static final Set<String> OF_DIFFERENT_VALUES = Set.of(
            "similar-shape",
            "one-character",
            "extra-character",
            "milk-name",
            "one-digit",
            "neighbours-swapped",
            "one-digit-or-swap",
            "near",
            "same-but-check",
            "short-form",
            "eaten-tail",
            "day-month-swapped",
            "one-part",
            "first-of-january",
            "lunar",
            "romanised",
            "initial");

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "?",
            "??",
            "张",
            "张明",
            "张小明",
            "张?明",
            "张〓明",
            "张(hao)明",
            "张hao明",
            "張小明",
            "欧阳娜娜",
            "ZHANG XIAOMING",
            "阿依古丽·买买提",
            "J",
            "John",
            "john smith",
            "O'Brien",
            "2015-03-07",
            "2015-07-03",
            "2015-01-01",
            "1908-13-09",
            "2015-02-19",
            "0000-00-00",
            "500101201503071234",
            "500101150307123",
            "500101201503071000",
            "李未",
            "李末",
            "13812345678",
            "500101",
            "500101001",
            "500101001203",
            "重庆市万州区龙驹镇青龙村3组12号",
            "12.5",
            "-0",
            "NaN",
            "𠮷野家",
            "a\u0000b",
            "\uD800",
            "@",
            "a@b");

    static Stream<String> written() {
        return Relations.names().stream().map(CatalogueTest::withArgument);
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyRelationIsSymmetricAndReadsAnything(String written) {
        List<String> values = values(20_260_101L);
        int held = 0;
        for (String one : values) {
            for (String other : values) {
                held += Holding.holds(written, one, other) ? 1 : 0;
            }
        }
        assertThat(held).isPositive();
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatStandsInARelationWithAnythingStandsInItWithItself(String written) {
        if (OF_DIFFERENT_VALUES.contains(written)) {
            return;
        }
        List<String> values = values(7L);
        for (String one : values) {
            boolean any = values.stream().anyMatch(other -> !other.equals(one) && Holding.holds(written, one, other));
            assertThat(!any || Holding.holds(written, one, one)).as(one).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void askingARelationNeedsNoMemory(String written) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Relation<?> relation = Relations.find(written).orElseThrow();
        long first = asked(relation, memory);
        long again = asked(relation, memory);

        assertThat(again).as("bytes, after %s at first", first).isLessThan(1000);
    }

    /** The bytes that it takes to ask about every pair of values. */
    private static <F> long asked(Relation<F> relation, ThreadMXBean memory) {
        List<F> features = new ArrayList<>();
        for (String value : values(3L)) {
            features.add(relation.feature(value));
        }
        int held = 0;
        long before = memory.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < features.size(); i++) {
            for (int j = 0; j < features.size(); j++) {
                held += relation.holds(features.get(i), features.get(j)) ? 1 : 0;
            }
        }
        long bytes = memory.getCurrentThreadAllocatedBytes() - before;
        assertThat(held).isPositive();
        return bytes;
    }

    @Test
    void everyDerivationGivesDistinctKeysThatAreNotEmpty() {
        for (String name : Derivations.names()) {
            Derivation derivation =
                    Derivations.find(CatalogueTest.withArgument(name)).orElseThrow();
            for (String value : values(11L)) {
                assertThat(derivation.of(value))
                        .as(name + " of " + value)
                        .doesNotHaveDuplicates()
                        .doesNotContain("");
            }
        }
    }

    @Test
    void everyCleanerGivesSomethingOrNullAndItsValueAgain() {
        for (String name : Cleaners.names()) {
            Cleaner cleaner = Cleaners.find(name).orElseThrow();
            for (String cell : values(13L)) {
                String clean = cleaner.clean(cell);
                if (clean != null) {
                    assertThat(clean).as(name).isNotBlank();
                    assertThat(cleaner.clean(clean)).as(name + " of " + cell).isEqualTo(clean);
                }
            }
        }
    }

    /** The known values, each with some slips made by chance. */
    private static List<String> values(long seed) {
        Random random = new Random(seed);
        List<String> values = new ArrayList<>(KNOWN);
        for (String known : KNOWN) {
            for (int i = 0; i < 3; i++) {
                values.add(slip(known, random));
            }
        }
        return values;
    }

    private static String slip(String value, Random random) {
        if (value.length() < 2) {
            return value + (char) ('a' + random.nextInt(26));
        }
        int at = random.nextInt(value.length() - 1);
        String before = value.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + value.substring(at + 1);
            case 1 -> before + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
            case 2 -> before + value.charAt(at) + value.substring(at);
            default -> before + (char) (value.charAt(at) + 1) + value.substring(at + 1);
        };
    }
}
