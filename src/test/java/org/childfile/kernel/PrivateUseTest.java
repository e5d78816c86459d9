package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateUseTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void whatGbkGivesAsPrivateUseIsWhatGb18030Reads() {
        for (int first = 0x81; first <= 0xFE; first++) {
            for (int second = 0x40; second <= 0xFE; second++) {
                byte[] bytes = {(byte) first, (byte) second};
                String old = new String(bytes, Charset.forName("GBK"));
                String now = new String(bytes, GB18030);
                boolean moved = second != 0x7F && privateUse(old) && !privateUse(now) && !now.contains("\uFFFD");
                if (moved) {
                    assertThat(PrivateUse.replaced(old))
                            .as("%02X%02X", first, second)
                            .isEqualTo(now);
                    assertThat(PrivateUse.unknown(old)).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"\uE81E小雨,龴小雨", "王\uE831,王\uD845\uDDD7", "张三,张三", "王\uE000,王\uE000", "'',''"})
    void whatHasACodePointOfItsOwnIsCalledByIt(String text, String replaced) {
        assertThat(PrivateUse.replaced(text)).isEqualTo(replaced);
    }

    @Test
    void theOthersAreCounted() {
        assertThat(PrivateUse.unknown("王\uE000\uDB80\uDC00\uE81E𬭼")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"GBK,GB18030", "gb2312,GB18030", "cp936,GB18030", "GB18030,GB18030", "utf-8,UTF-8", "Big5,Big5"})
    void everyEditionOfTheChineseSetIsReadAsTheLast(String name, String read) {
        assertThat(CharacterSets.find(name).orElseThrow().name()).isEqualTo(read);
    }

    @Test
    void aNameThatMeansNoSetIsNone() {
        assertThat(CharacterSets.find("GB 1")).isEmpty();
    }

    private static boolean privateUse(String text) {
        return Character.getType(text.codePointAt(0)) == Character.PRIVATE_USE;
    }
}
