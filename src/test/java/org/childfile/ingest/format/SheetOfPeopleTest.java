package org.childfile.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.childfile.ingest.connect.Heard;
import org.childfile.ingest.connector.PullFailed;
import org.childfile.ingest.connector.SmallConnector;
import org.childfile.kernel.LooseDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as people make them, written cell by cell as spreadsheets write them. */
class SheetOfPeopleTest {

    private static final String FIELDS = """
        key: no
        format: {type: xlsx, sheet: 1, header-row: 1%s}
        fields: {required: [no, name], optional: [born, village]}
        """;
    /** Styles 0: general, 1: 14, 2: yyyy-mm-dd, 3: 31, 4: 58, 5: 22, 6: 0.00E+00, 7: e年m月d日, 8: h:mm, 9: [Red]0. */
    private static final String STYLES = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
        <numFmt numFmtId="165" formatCode="0.00E+00"/><numFmt numFmtId="166" formatCode="e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
        <numFmt numFmtId="167" formatCode="[Red]0;[Blue]-0"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="58"/>
        <xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs></styleSheet>""";

    private static final String HEADER = row(1, "no", "name", "born", "village");

    private final Heard heard = new Heard();
    private RecordIntake intake = heard.intake(SmallConnector.with(FIELDS.formatted("")));

    @ParameterizedTest
    @CsvSource({
        "1, 1", "1, 2", "1, 3", "1, 4", "1, 5", "1, 7", "1, 0", "true, 1", "true, 2", "true, 3", "true, 4", "true, 7",
        "true, 0"
    })
    void daysCountedFrom1904AreReadInEveryFormat(String flag, int style) throws Exception {
        split(
                "<workbookPr date1904=\"" + flag + "\"/>",
                HEADER + row(2, "1", "a", "<c s=\"" + style + "\"><v>40000</v></c>"));
        assertThat(born(0)).isEqualTo("2013-07-07");
        assertThat(intake.complete(Optional.empty()).drift()).contains("the workbook counts days from 1904");
    }

    @ParameterizedTest
    @CsvSource({"0, 2009-07-06", "1, 2009-07-06", "4, 2009-07-06", "7, 2009-07-06", "6, 2009-07-06", "9, 2009-07-06"})
    void daysCountedFrom1900AreReadInEveryFormat(int style, String day) throws Exception {
        split("<workbookPr/>", HEADER + row(2, "1", "a", "<c s=\"" + style + "\"><v>40000</v></c>"));
        assertThat(born(0)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "60", "-5", "0.5"})
    void serialsBelow61AreNoDays(String serial) throws Exception {
        split("<workbookPr date1904=\"1\"/>", HEADER + row(2, "1", "a", "<c s=\"1\"><v>" + serial + "</v></c>"));
        assertThat(fields(0).date("born")).isEqualTo(serial);
        assertThat(LooseDate.parse(serial)).isEmpty();
    }

    @Test
    void aTimeOfDayIsKept() throws Exception {
        split("", HEADER + row(2, "1", "a", "<c s=\"5\"><v>40000.5</v></c>"));
        assertThat(fields(0).text("born")).isEqualTo("2009-07-06 12:00");
    }

    @Test
    void errorsAndFormulasWithoutAValueAreRefusedWithTheirAddress() throws IOException {
        split(
                "",
                HEADER
                        + row(2, "1", "<c t=\"e\"><f>X</f><v>#N/A</v></c>")
                        + row(3, "2", "b", "<c><f>DATE(1,2,3)</f></c>")
                        + row(4, "3", "c", "<c t=\"str\"><f>X</f><v></v></c>")
                        + row(5, "<c t=\"e\"><v>#REF!</v></c>", "d")
                        + row(6, "5", "#VALUE!")
                        + row(7, "<c><f>A1</f></c>", "e"));
        assertThat(heard.records)
                .extracting(record -> record.key() + " "
                        + record.unusable()
                                .map(why -> why.reason() + " " + why.shown())
                                .orElse(""))
                .containsExactly(
                        "1 ERROR_CELL #N/A in B2",
                        "2 ERROR_CELL a formula without a value in C3",
                        "3 ",
                        "null ERROR_CELL #REF! in A5",
                        "5 ERROR_CELL #VALUE! in B6",
                        "null ERROR_CELL a formula without a value in A7");
    }

    @Test
    void mergedCellsStandInEachRowOfTheirAreaUnlessTheConnectorSaysOtherwise() throws Exception {
        String rows = HEADER + row(2, "1", "a", "", "高峰镇") + row(3, "2", "b") + row(4, "3", "c") + row(5, "4", "d");
        String merged = "<mergeCells><mergeCell ref=\"D2:D4\"/><mergeCell ref=\"A7:D7\"/></mergeCells>";
        split("", rows, merged, List.of("visible"));
        assertThat(villages()).containsExactly("高峰镇", "高峰镇", "高峰镇", null);

        Heard apart = new Heard();
        intake = apart.intake(SmallConnector.with(FIELDS.formatted(", fill-merged: false")));
        split("", rows, merged, List.of("visible"));
        assertThat(new JsonRecord().parse(apart.records.get(1).content()).text("village"))
                .isNull();
    }

    @Test
    void hiddenSheetsAreNotReadAndAreTold() throws IOException {
        split("", HEADER + row(2, "1", "a"), "", List.of("hidden", "veryHidden", "visible", "visible"));
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1");
        assertThat(intake.complete(Optional.empty()).drift())
                .contains("hidden sheets, which are not read: 2", "visible sheets beside the one that is read: 1");
    }

    @Test
    void rowsThatAFilterHidesAreDataAndHeadingsThatComeAgainAreNot() throws IOException {
        split(
                "",
                HEADER
                        + row(2, "1", "a").replace("<row ", "<row hidden=\"1\" ")
                        + HEADER.replace("r=\"1\"", "r=\"3\"")
                        + row(4, "2", "b"));
        assertThat(heard.records).extracting(RawRecord::key).containsExactly("1", "2");
        assertThat(intake.complete(Optional.empty()).drift()).contains("the headings came again and were passed over");
    }

    @Test
    void aDoubledHeadingStopsTheWorkbookAndAnEmptyOneIsNothing() throws IOException {
        assertThatThrownBy(() -> split("", row(1, "no", "name", "", "name") + row(2, "1", "a", "", "b")))
                .isInstanceOf(PullFailed.class)
                .hasMessageStartingWith("columns stand twice: name in column 2 (B) and column 4 (D)");
        split("", row(1, "no", "name", "", "born") + row(2, "1", "a") + row(3, "2", "b", "x"));
        assertThat(heard.records.getFirst().unusable()).isEmpty();
        assertThat(heard.records.getLast().unusable().map(Unusable::shown)).contains("a text under no heading in C3");
    }

    private List<String> villages() {
        return heard.records.stream()
                .map(record -> {
                    try {
                        return new JsonRecord().parse(record.content()).text("village");
                    } catch (RecordParser.Malformed | Fields.WrongType e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private String born(int record) throws Exception {
        return LooseDate.parse(String.valueOf(fields(record).date("born")))
                .orElseThrow()
                .toString();
    }

    private Fields fields(int record) throws RecordParser.Malformed {
        return new JsonRecord().parse(heard.records.get(record).content());
    }

    /** A row of cells: XML as it is, texts as shared by nobody; an empty one is left out. */
    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String address = " r=\"" + Headings.letters(i) + number + "\"";
            if (cells[i].startsWith("<c")) {
                row.append("<c").append(address).append(cells[i].substring(2));
            } else if (!cells[i].isEmpty()) {
                row.append("<c")
                        .append(address)
                        .append(" t=\"inlineStr\"><is><t>")
                        .append(cells[i])
                        .append("</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    private void split(String properties, String rows) throws IOException {
        split(properties, rows, "", List.of("visible"));
    }

    /** Writes a workbook of sheets in the given states; the rows stand in the first visible one. */
    private void split(String properties, String rows, String behind, List<String> states) throws IOException {
        StringBuilder sheets = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < states.size(); i++) {
                sheets.append("<sheet name=\"s" + i + "\" state=\"" + states.get(i) + "\" xmlns:r=\"r\" r:id=\"R" + i
                        + "\"/>");
                targets.append(
                        "<Relationship Id=\"R" + i + "\" Type=\"x/worksheet\" Target=\"worksheets/s" + i + ".xml\"/>");
                boolean first = i == states.indexOf("visible");
                part(
                        zip,
                        "xl/worksheets/s" + i + ".xml",
                        "<worksheet><sheetData>" + (first ? rows : "") + "</sheetData>" + (first ? behind : "")
                                + "</worksheet>");
            }
            part(zip, "xl/workbook.xml", "<workbook>" + properties + "<sheets>" + sheets + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>");
            part(zip, "xl/styles.xml", STYLES);
        }
        FileSplitter.split(new ByteArrayInputStream(bytes.toByteArray()), intake);
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
