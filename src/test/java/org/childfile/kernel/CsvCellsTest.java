package org.childfile.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "\u00a0=1",
                "\u3000＝1",
                "\u200b=1",
                "\ufeff=1",
                "\u2060\u200e +1",
                "\u0000=1",
                "\u0007",
                "\ufe62" + "1",
                "\ufe63" + "1",
                "\ufe66" + "1",
                "\ufe6b" + "a",
                "\u2212" + "1",
                "\u207a" + "1",
                "-5"
            })
    void aTextThatASpreadsheetWouldCarryOutIsMarkedAsAText(String text) {
        assertThat(CsvCells.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "1-2", "a=b", "'=1", "2026-11-21", " a=1", "重庆市＝", "\u200b张", "　", "½"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvCells.guarded(text)).isEqualTo(text);
    }
}
