package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellInTerminalCells() {
        TextTable table = new TextTable("数据源", "记录>", "x");
        table.row("民政·困境儿童", "12", "");
        table.row("education", "1,234", "ok");

        assertThat(String.join("\n", table.lines())).isEqualTo("""
                数据源          记录  x
                ─────────────  ─────  ──
                民政·困境儿童     12
                education      1,234  ok""");
    }

    @Test
    void aTableThatIsTooWideMovesTogetherThenBreaksItsTextsButNoWord() {
        TextTable table = new TextTable("id", "what was said", "n>");
        table.row("C01a1f9af-a400-7bb8-b61f-8f7611886484", "it is not so at all", "7");

        assertThat(table.lines())
                .hasSize(3)
                .last()
                .isEqualTo("C01a1f9af-a400-7bb8-b61f-8f7611886484  it is not so at all  7");
        assertThat(String.join("\n", table.lines(60))).isEqualTo("""
                id                                    what was said       n
                ───────────────────────────────────── ─────────────────── ─
                C01a1f9af-a400-7bb8-b61f-8f7611886484 it is not so at all 7""");
        assertThat(String.join("\n", table.lines(50))).isEqualTo("""
                id                                    what was   n
                                                      said
                ───────────────────────────────────── ────────── ─
                C01a1f9af-a400-7bb8-b61f-8f7611886484 it is not  7
                                                      so at all""");
        assertThat(table.lines(30)).isEqualTo(table.lines());
    }

    @ParameterizedTest
    @CsvSource({"abc,3", "张三,4", "𠀀,2", "（）,4", "—·…,3", "ｘ,2", "'',0"})
    void aHanCharacterTakesTwoCells(String text, int width) {
        assertThat(TextTable.width(text)).isEqualTo(width);
    }

    @Test
    void aLongTextIsBrokenWhereItMayBeElseAnywhere() {
        assertThat(TextTable.wrapped("one two three", 8)).containsExactly("one two", "three");
        assertThat(TextTable.wrapped("education:G5001", 12)).containsExactly("education:", "G5001");
        assertThat(TextTable.wrapped("公平高级中学校", 6)).containsExactly("公平高", "级中学", "校");
        assertThat(TextTable.wrapped("", 6)).containsExactly("");
    }
}
