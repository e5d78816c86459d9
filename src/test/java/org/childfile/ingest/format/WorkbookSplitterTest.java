package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookSplitterTest {

    private static final Connector CONNECTOR = SmallConnector.with("""
        key: [unit, no]
        format: {type: xlsx, sheet: 1, header-row: 3}
        fields: {required: [unit, no], optional: [born, state]}
        """);

    private final Heard heard = new Heard();

    @Test
    void recordsBeginBelowTheTitleRowsAndTheHeader() throws IOException {
        split(sheet -> {
            header(sheet);
            sheet.value(3, 0, "城关镇");
            sheet.value(3, 1, 1);
            sheet.value(3, 2, LocalDate.of(2015, 3, 7));
            sheet.style(3, 2).format("yyyy-mm-dd").set();
            sheet.value(3, 3, "失联");
            sheet.value(5, 0, "城关镇");
            sheet.value(5, 1, "2");
            sheet.value(5, 2, "2015年3月7日");
        });

        assertThat(heard.header).containsExactly("unit", "no", "born", "state");
        assertThat(heard.lines()).isEqualTo("""
            row 4 | 城关镇|1 | {"unit":"城关镇","no":"1","born":"2015-03-07","state":"失联"}
            row 6 | 城关镇|2 | {"unit":"城关镇","no":"2","born":"2015年3月7日"}
            """);
    }

    @Test
    void aNumberKeepsTheDigitsThatASpreadsheetKeeps() throws IOException {
        split(sheet -> {
            header(sheet);
            sheet.value(3, 0, "城关镇");
            sheet.value(3, 1, 112201503071234L);
            sheet.value(3, 2, 42070);
            sheet.value(3, 3, 500112201503071234L);
        });

        assertThat(heard.lines())
                .isEqualTo("row 4 | 城关镇|112201503071234 | {\"unit\":\"城关镇\",\"no\":\"112201503071234\","
                        + "\"born\":\"42070\",\"state\":\"5.00112201503071E+17\"}\n");
    }

    @Test
    void theWorkbookIsHandedOnByteForByte() throws IOException {
        byte[] file = workbook(WorkbookSplitterTest::header);
        FileSplitter.split(new ByteArrayInputStream(file), heard.intake(CONNECTOR));

        assertThat(heard.documents).containsExactly(file);
        assertThat(heard.records).isEmpty();
    }

    @Test
    void aRowWithoutItsKeyIsUnusable() throws IOException {
        split(sheet -> {
            header(sheet);
            sheet.value(3, 0, "城关镇");
            sheet.value(3, 3, "失联");
        });

        assertThat(heard.lines()).isEqualTo("row 4 | MISSING_KEY no | {\"unit\":\"城关镇\",\"state\":\"失联\"}\n");
    }

    @Test
    void aSheetWithoutItsHeaderIsNoFeed() {
        assertThatThrownBy(() -> split(sheet -> sheet.value(0, 0, "title")))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the sheet has no header in row 3");
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8)), heard.intake(CONNECTOR)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the department answered with a web page where data were expected");
        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream("unit,no".getBytes(StandardCharsets.UTF_8)), heard.intake(CONNECTOR)))
                .isInstanceOf(PullFailed.class)
                .hasMessage("the file is no workbook: it is no zip archive");
    }

    @Test
    void aBombMeetsTheLimitOfUnpackedBytesOverAllParts() {
        Connector small = SmallConnector.with("""
            key: no
            format: {type: xlsx}
            fields: {required: [no]}
            limits: {max-unpacked: 64KB}
            """);

        assertThatThrownBy(() -> FileSplitter.split(
                        new ByteArrayInputStream(workbook(sheet -> {
                            for (int row = 0; row < 10_000; row++) {
                                sheet.value(row, 0, 1);
                            }
                        })),
                        heard.intake(small)))
                .isInstanceOf(PullFailed.class)
                .hasMessageMatching("the answer holds more than max-unpacked allows: \\d+ bytes")
                .extracting(failure -> ((PullFailed) failure).reason())
                .isEqualTo(PullFailed.Reason.TOO_LARGE);
    }

    @Test
    void aPartWhoseNameLeadsElsewhereIsWrittenNowhere(@TempDir Path directory) throws IOException {
        Path target = directory.resolve("escaped");
        byte[] whole = workbook(sheet -> {
            header(sheet);
            sheet.value(3, 0, "城关镇");
            sheet.value(3, 1, 1);
        });
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        Path file = Files.write(directory.resolve("whole.xlsx"), whole);
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(more)) {
            for (String name : List.of("../".repeat(20) + target, target.toString(), "..\\..\\escaped")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                zip.getInputStream(entry).transferTo(out);
            }
        }

        FileSplitter.split(new ByteArrayInputStream(more.toByteArray()), heard.intake(CONNECTOR));

        assertThat(heard.lines()).isEqualTo("row 4 | 城关镇|1 | {\"unit\":\"城关镇\",\"no\":\"1\"}\n");
        assertThat(target).doesNotExist();
    }

    @Test
    void aWorkbookThatIsCutShortEndsThePull() throws IOException {
        byte[] whole = workbook(WorkbookSplitterTest::header);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FileSplitter.split(new ByteArrayInputStream(part), heard.intake(CONNECTOR)))
                    .as("%d bytes of %d", length, whole.length)
                    .isInstanceOf(PullFailed.class);
        }
    }

    private static void header(Worksheet sheet) {
        sheet.value(0, 0, "a title over all columns");
        sheet.value(1, 0, "2026-11");
        sheet.value(2, 0, "unit");
        sheet.value(2, 1, " no ");
        sheet.value(2, 2, "born");
        sheet.value(2, 3, "state");
    }

    private void split(Consumer<Worksheet> filling) throws IOException {
        FileSplitter.split(new ByteArrayInputStream(workbook(filling)), heard.intake(CONNECTOR));
    }

    private static byte[] workbook(Consumer<Worksheet> filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.accept(workbook.newWorksheet("1"));
        }
        return bytes.toByteArray();
    }
}
