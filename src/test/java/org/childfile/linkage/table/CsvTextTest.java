package org.childfile.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static final String SIGNS = "ab 张,,\"\"\"\r\n\n";

    /** Each row as the line at which it ends and its cells. */
    private static List<String> read(String text, int blockSize) throws IOException {
        CsvText csv = new CsvText(new StringReader(text), ',', blockSize);
        List<String> rows = new ArrayList<>();
        for (CsvBlock block = csv.next(); block != null; block = csv.next()) {
            for (int row = 0; row < block.rows(); row++) {
                List<String> cells = new ArrayList<>();
                for (int cell = 0; cell < block.cells(row); cell++) {
                    cells.add(block.cell(row, cell));
                }
                rows.add(block.line(row) + cells.toString());
            }
        }
        return rows;
    }

    private static List<String> readByCommonsCsv(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                rows.add(parser.getCurrentLineNumber()
                        + row.stream().map(String::strip).toList().toString());
            }
        }
        return rows;
    }

    @Test
    void cellsLoseTheirMarksAndBlanksAndEmptyLinesDoNotCount() throws IOException {
        assertThat(read("id, name \r\n\r\n1,\" 张 \"\"三\"\"\"\n2,\"a,\nb\",\r3,", 1 << 10))
                .containsExactly("1[id, name]", "3[1, 张 \"三\"]", "5[2, a,\nb, ]", "6[3, ]");
    }

    @Test
    void blocksOfAnySizeReadTheSame() throws IOException {
        String text = "id,name\r\n1,\"a\"\"b\r\nc\"\r\n22,张三\r\n";
        for (int blockSize = 1; blockSize < 40; blockSize++) {
            assertThat(read(text, blockSize)).containsExactly("1[id, name]", "3[1, a\"b\r\nc]", "4[22, 张三]");
        }
    }

    @Test
    void whatCommonsCsvReadsIsReadAlike() throws IOException {
        Random random = new Random(7);
        int alike = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            List<String> theirs;
            try {
                theirs = readByCommonsCsv(text.toString());
            } catch (IOException | RuntimeException e) {
                assertThatThrownBy(() -> read(text.toString(), 4)).isInstanceOf(CsvText.Fault.class);
                continue;
            }
            assertThat(read(text.toString(), 4)).as(text.toString()).isEqualTo(theirs);
            alike++;
        }
        assertThat(alike).isGreaterThan(10_000);
    }

    @Test
    void aMarkThatIsNeverClosedAndTextBehindOneAreToldWithTheLine() {
        assertThatThrownBy(() -> read("id,name\n1,\"a\n2,b\n", 4))
                .isInstanceOfSatisfying(
                        CsvText.Fault.class, fault -> assertThat(fault.line).isEqualTo(2))
                .hasMessage(
                        "a cell begins with a quotation mark that is never closed; close it, or double it inside marks");
        assertThatThrownBy(() -> read("id,name\n1,\"a\nb\"c\n", 4))
                .isInstanceOfSatisfying(
                        CsvText.Fault.class, fault -> assertThat(fault.line).isEqualTo(3))
                .hasMessage("a cell in quotation marks goes on behind them; write \"\" for a mark inside");
    }
}
