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
                "＠a"
            })
    void aTextThatASpreadsheetWouldCarryOutIsMarkedAsAText(String text) {
        assertThat(CsvCells.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "1-2", "a=b", "'=1", "2026-11-21", " =1", "重庆市＝"})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(CsvCells.guarded(text)).isEqualTo(text);
    }
}
