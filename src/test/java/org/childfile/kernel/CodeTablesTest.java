package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTablesTest {

    @ParameterizedTest
    @CsvSource({
        "01, 01",
        "1, 01",
        "汉族, 01",
        "汉, 01",
        "漢族, 01",
        "' 土家 族 ', 15",
        "土家, 15",
        "苗族, 06",
        "56, 56",
        "０６, 06",
        "维族, 05"
    })
    void anEthnicGroupIsReadByCodeOrName(String given, String code) {
        assertThat(EthnicGroups.code(given)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "57", "97", "其他", "族"})
    void whatIsNoEthnicGroupIsEmpty(String given) {
        assertThat(EthnicGroups.code(given)).isEmpty();
    }

    @Test
    void allFiftySixEthnicGroupsHaveTheirNames() {
        for (int i = 1; i <= 56; i++) {
            String code = String.format("%02d", i);
            String name = EthnicGroups.name(code).orElseThrow();

            assertThat(EthnicGroups.code(name)).contains(code);
        }
        assertThat(EthnicGroups.name("15")).contains("土家族");
        assertThat(EthnicGroups.name("57")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            本人,01
            配偶,10
            子,20
            女,30
            父亲,51
            爸爸,51
            父,51
            母亲,52
            妈妈,52
            祖父,61
            爷爷,61
            祖母,62
            奶奶,62
            外祖父,63
            外公,63
            外祖母,64
            外婆,64
            外婆 ,64
            兄,71
            哥哥,71
            弟弟,73
            姐,75
            妹妹,77
            兄弟姐妹,70
            姑姑,90
            其他亲属,97
            非亲属,99
            51,51
            1,01
            """)
    void aKinshipIsReadByCodeOrWord(String given, String code) {
        assertThat(Kinships.code(given)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"51, 父亲", "62, 祖母", "64, 外祖母", "97, 其他亲属", "99, 非亲属"})
    void aKinshipHasTheWordOfTheStandard(String code, String word) {
        assertThat(Kinships.chinese(code)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "98", "邻居", "老师"})
    void whatIsNoKinshipIsEmpty(String given) {
        assertThat(Kinships.code(given)).isEmpty();
        assertThat(Kinships.chinese(given)).isEmpty();
    }
}
