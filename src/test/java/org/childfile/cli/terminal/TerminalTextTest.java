package org.childfile.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

    private static final String FORGED = "张三\u001b[2J\r\n2026-11-21 ERROR\u009b31m\u0007\u2028x\u202e\u2066";

    @Test
    void controlCharactersOfAValueAreShownAsDots() {
        assertThat(TerminalText.line(FORGED)).isEqualTo("张三·[2J··2026-11-21 ERROR·31m··x··");
    }

    @Test
    void aTextOfSeveralLinesKeepsItsLines() {
        assertThat(TerminalText.plain("a\tb\n\u001b[1mc\r")).isEqualTo("a\tb\n·[1mc·");
    }

    @Test
    void aCellOfATableStaysInItsLine() {
        TextTable table = new TextTable("name", "note");
        table.row("张三", "a\nb\u001b[31m");
        assertThat(table.lines()).containsExactly("name  note", "────  ────────", "张三  a·b·[31m");
    }
}
