package org.childfile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PairScoreTest {

    /** What is to be seen, the two records, and the verdict. */
    private static final String CASES = """
        the same name, date and village are one child
            | name 张子涵; birth 2015-03-07; home 500101001001
            | name 张子涵; birth 2015-03-07; home 500101001001
            | JOIN
        twins with one shared character stay apart
            | name 张子涵; birth 2015-03-07; sex 2; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | name 张子轩; birth 2015-03-07; sex 2; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | APART
        twins with quite other names stay apart
            | name 张子涵; birth 2015-03-07; sex 2; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | name 张雨欣; birth 2015-03-07; sex 2; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | APART
        siblings stay apart
            | name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | name 张子轩; birth 2017-06-21; home 500101001001; father 张伟; mother 李芳; tel 13800000000
            | APART
        homophones with the same parents are one child wherever it lives
            | name 张浩; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳
            | name 张皓; birth 2015-03-07; home 500102001001; father 张伟; mother 李芳
            | JOIN
        the mother's surname for the father's is one child with the same mother
            | name 张雨欣; birth 2015-03-07; home 500101001001; mother 李芳
            | name 李雨欣; birth 2015-03-07; home 500101001001; mother 李芳
            | JOIN
        a parent's number in the fields of two siblings is no evidence
            | name 张子涵; birth 2015-03-07; id 50010119900101002; home 500101001001; mother 李芳
            | name 张雨欣; birth 2017-06-21; id 50010119900101002; home 500101001001; mother 李芳
            | APART
        a parent's number in one field does not veto
            | name 张子涵; birth 2015-03-07; id 50010119900101002; home 500101001001
            | name 张子涵; birth 2015-03-07; id 50010120150307002; home 500101001001
            | JOIN
        two different valid numbers are two children
            | name 张子涵; birth 2015-03-07; id 50010120150307002; home 500101001001
            | name 张子涵; birth 2015-03-07; id 50010120150307004; home 500101001001
            | VETO
        the same valid number is one child whatever the name is written like
            | name 张子涵; birth 2015-03-07; id 50010120150307002
            | name 章紫晗; birth 2015-07-03; id 50010120150307002
            | JOIN
        the same number with another name and another date is somebody's mistake
            | name 张子涵; birth 2015-03-07; id 50010120150307002
            | name 王鹏; birth 2013-11-21; id 50010120150307002
            | VETO
        a number with one wrong digit is near the right one
            | name 张子涵; birth 2015-03-07; id 50010120150307002
            | name 张子涵; birth 2015-03-07; id? 500101201503070039
            | JOIN
        a lost character is one child with the same parents
            | name 张?涵; birth 2015-03-07; father 张伟; mother 李芳
            | name 张子涵; birth 2015-03-07; father 张伟; mother 李芳
            | JOIN
        a lunar date is one child at home with the same parents
            | name 张子涵; birth 2015-03-07; home 500101001001; father 张伟; mother 李芳
            | name 张子涵; birth 2015-01-17; home 500101001001; father 张伟; mother 李芳
            | JOIN
        a former name is one child at home
            | name 张子涵; former 张小宝; birth 2015-03-07; home 500101001001
            | name 张小宝; birth 2015-03-07; home 500101001001
            | JOIN
        the same name and date in two districts are two children
            | name 张子涵; birth 2015-03-07; home 500101001001
            | name 张子涵; birth 2015-03-07; home 500102001001
            | APART
        a common name in the same town with another date is another child
            | name 张子涵; birth 2015-03-07; home 500101001001
            | name 张子涵; birth 2014-10-22; home 500101001001
            | APART
        the same birth certificate is one child before it has a name
            | birth 2026-03-07; certificate A123456789; mother 李芳
            | name 张子涵; birth 2026-03-07; certificate A123456789; mother 李芳
            | JOIN
        other parents speak against a common name
            | name 张子涵; birth 2015-03-07; home 500101001001; father 张伟
            | name 张子涵; birth 2015-03-07; home 500101001002; father 张军
            | REVIEW
                """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void twoRecordsAreOneChildOrTwo(String what, String a, String b, String verdict) {
        LinkRecord one = Told.record(1, "civil-affairs/1", a);
        LinkRecord other = Told.record(2, "education/1", b);

        assertThat(verdict(one, other)).as(what).isEqualTo(verdict);
        assertThat(verdict(other, one)).as("the other way round").isEqualTo(verdict);
    }

    @Test
    void everyComparisonIsToldWithItsBits() {
        PairScore score = PairScore.of(
                Told.record(1, "civil-affairs/1", "name 张浩; birth 2015-03-07; sex 1; home 500101001001; father 张伟"),
                Told.record(2, "education/1", "name 张皓; birth 2015-07-03; sex 1; home 500101001002; father 张伟"),
                Weights.CHILD);

        assertThat(score.contributions().stream()
                        .map(part -> (part.comparison() + " " + part.level() + " " + part.bits()).replace("  ", " "))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        prior -17.0
                        name SAME_PINYIN 9.0
                        birth ONE_MISTAKE 5.0
                        sex SAME 1.0
                        place TOWNSHIP 7.5
                        adult SAME NAME 9.0""");
        assertThat(score.total())
                .isEqualTo(score.contributions().stream()
                        .mapToDouble(PairScore.Contribution::bits)
                        .sum())
                .isEqualTo(14.5);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            500101201503070029, 500101201503070029, false
            500101201503070029, 500101201503070039, true
            500101201503070029, 500101201503070092, true
            500101201503070029, 50010120150307029,  true
            500101201503070029, 5001012015030700299, true
            500101201503070029, 500101201503070139, false
            500101201503070029, 5001012015030702,   false
            500101201503070029, -,                  false
            """)
    void oneSlipOfTheHandIsNear(String valid, String doubtful, boolean near) {
        assertThat(PairScore.near(valid, doubtful)).isEqualTo(near);
    }

    private static Stream<Arguments> cases() {
        List<String> lines = CASES.lines().map(String::strip).toList();
        return IntStream.range(0, lines.size() / 4)
                .mapToObj(i -> Arguments.of(
                        lines.get(4 * i),
                        lines.get(4 * i + 1).substring(2),
                        lines.get(4 * i + 2).substring(2),
                        lines.get(4 * i + 3).substring(2)));
    }

    private static String verdict(LinkRecord a, LinkRecord b) {
        PairScore score = PairScore.of(a, b, Weights.CHILD);
        if (score.vetoed()) {
            return "VETO";
        }
        if (score.total() >= Weights.CHILD.join()) {
            boolean met = Arrays.stream(new Blocks().of(a))
                    .anyMatch(key -> Arrays.binarySearch(new Blocks().of(b), key) >= 0);
            return met ? "JOIN" : "JOIN, BUT NEVER COMPARED";
        }
        return score.total() >= Weights.CHILD.review() ? "REVIEW" : "APART";
    }
}
