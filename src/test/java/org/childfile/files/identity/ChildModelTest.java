package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.childfile.linkage.matching.WeightBreakdown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program's own model of a child makes of the mistakes that are made. */
class ChildModelTest {

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
            | VETO
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
            | VETO
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
        the same name and date in two districts are for a person to decide
            | name 张子涵; birth 2015-03-07; home 500101001001
            | name 张子涵; birth 2015-03-07; home 500102001001
            | REVIEW
        a common name in the same town with another date is another child
            | name 张子涵; birth 2015-03-07; home 500101001001
            | name 张子涵; birth 2014-10-22; home 500101001001
            | APART
        the same birth certificate is one child before it has a name
            | birth 2026-03-07; certificate A123456789; mother 李芳
            | name 张子涵; birth 2026-03-07; certificate A123456789; mother 李芳
            | JOIN
        another father alone does not outweigh name, date and township
            | name 张子涵; birth 2015-03-07; home 500101001001; father 张伟
            | name 张子涵; birth 2015-03-07; home 500101001002; father 张军
            | JOIN
        a milk name is one child with the same mother
            | name 涵涵; birth 2015-03-07; home 500101001001; mother 李芳
            | name 张子涵; birth 2015-03-07; home 500101001001; mother 李芳
            | JOIN
        a milk name is no evidence that outweighs another date
            | name 涵涵; birth 2015-03-07; home 500101001001; mother 李芳
            | name 张子涵; birth 2017-06-21; home 500101001001; mother 李芳
            | VETO
        siblings whose names sound alike stay apart
            | name 杨心怡; birth 2014-07-05; home 500101001001; mother 李芳; tel 13800000000
            | name 杨欣怡; birth 2015-09-28; home 500101001001; mother 李芳; tel 13800000000
            | VETO
        a name with one character given and another surname is one child with the same parents
            | name 杨美; birth 2015-03-07; home 500101001001; father 杨峰; mother 邓梅
            | name 邓美; birth 2015-03-07; home 500101001001; father 杨峰; mother 邓梅
            | JOIN
        a name in pinyin is one child at home
            | name SHAN XIAOYU; birth 2015-03-07; home 500101001001
            | name 单小雨; birth 2015-03-07; home 500101001001
            | JOIN
        a name in pinyin with its surname behind is asked about where only the date agrees
            | name Xiaoyu Shan; birth 2015-03-07; sex 2
            | name 单小雨; birth 2015-03-07; sex 2
            | REVIEW
        a number with one wrong digit does not count its date twice
            | name 张子涵; birth 2015-03-07; id 50010120150307002
            | name 王鹏; birth 2015-03-07; id? 501101201503070029
            | APART
        the same failing number with two surnames is no child
            | name 许小亮; birth 2018-06-06; sex 1; id? 500234201806061231
            | name 曹小亮; birth 2018-06-06; sex 1; id? 500234201806061231
            | APART
        a lost character and the date of birth alone are for a person to decide
            | name 王䶮; birth 2014-04-04; sex 1
            | name 王?; birth 2014-04-04; sex 1
            | REVIEW
        two lost characters are not the same
            | name 王?; birth 2014-04-04; sex 1
            | name 王?; birth 2014-04-04; sex 1
            | APART
        two of one village and day without names are asked about
            | birth 2018-06-06; sex 2; home 500106003007
            | birth 2018-06-06; sex 2; home 500106003007
            | REVIEW
        a newborn without a name is not one with its named twin of another sex
            | birth 2026-10-06; sex 2; home 500106003007; mother 李芳
            | name 王辉靖; birth 2026-10-06; sex 1; home 500106003007; mother 李芳
            | REVIEW
        twins of two sexes whose names sound alike are asked about
            | name 王梓涵; birth 2016-10-06; sex 2; home 500106003007; mother 李芳
            | name 王子涵; birth 2016-10-06; sex 1; home 500106003007; mother 李芳
            | REVIEW
        two records of one feed need more evidence than two of two
            | name 张子涵; birth 2015-03-07; home 500101; tel 13800000000
            | name 张子涵; birth 2015-03-07; home 500101; tel 13800000000
            | JOIN
                """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void twoRecordsAreOneChildOrTwo(String what, String a, String b, String verdict) {
        assertThat(verdict(a, b)).as(what).isEqualTo(verdict);
        assertThat(verdict(b, a)).as("the other way round").isEqualTo(verdict);
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

    private static String verdict(String a, String b) {
        Linking linking = new Linking(List.of(Told.source(1, "civil-affairs/1", a), Told.source(2, "education/1", b)));
        WeightBreakdown explanation = linking.matcher().explain(0, 1);
        if (!explanation.veto().isEmpty()) {
            return "VETO";
        }
        boolean compared = linking.matcher().brings(0, 1);
        return explanation.verdict()
                + (explanation.verdict() == WeightBreakdown.Verdict.APART || compared ? "" : ", BUT NEVER COMPARED");
    }
}
