package org.childfile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameAgreementTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name 张浩             | name 张浩             | EXACT
            name 张浩             | name 张皓             | SAME_PINYIN
            name 单于飞           | name 单于非           | SAME_PINYIN
            name 张浩; former 李浩 | name 李浩             | FORMER_NAME
            name 李浩             | name 张浩; former 李浩 | FORMER_NAME
            name 张?涵            | name 张子涵           | LOST_CHARACTER
            name 张?              | name 张浩             | LOST_CHARACTER
            name ?子?             | name 张子涵           | DIFFERENT
            name 张?涵            | name 张子轩           | DIFFERENT
            name 张?涵            | name 张涵             | DIFFERENT
            name 兰思雨           | name 南思雨           | FUZZY_PINYIN
            name 张子涵           | name 李子涵           | OTHER_SURNAME
            name 张浩             | name 李浩             | ONE_CHARACTER
            name 张子涵           | name 张子轩           | ONE_CHARACTER
            name 张子涵           | name 李雨欣           | DIFFERENT
            name 张子涵           | birth 2015-03-07      | UNKNOWN
            """)
    void twoNamesAgreeSoFar(String a, String b, NameAgreement agreement) {
        LinkRecord one = Told.record(1, "a/1", a);
        LinkRecord other = Told.record(2, "b/1", b);

        assertThat(NameAgreement.of(one, other)).isEqualTo(agreement);
        assertThat(NameAgreement.of(other, one)).isEqualTo(agreement);
    }
}
