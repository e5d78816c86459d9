package org.childfile.lab.departments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook: two title rows, the header in row 3. The titles are written anew. */
record WorkbookContent() implements ContentFormat {

    private static final int HEADER = 2;

    @Override
    public Content read(byte[] body) throws IOException {
        List<Row> rows;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            rows = workbook.getFirstSheet().read();
        }
        Content content = Content.ofTable(List.of());
        for (Row row : rows) {
            if (row.getRowNum() == HEADER + 1) {
                row.forEach(cell -> content.columns().add(cell.getText()));
            } else if (row.getRowNum() > HEADER + 1) {
                Map<String, Object> record = content.add();
                for (int column = 0; column < content.columns().size(); column++) {
                    Object value = value(row.getOptionalCell(column).orElse(null));
                    if (value != null) {
                        record.put(content.columns().get(column), value);
                    }
                }
            }
        }
        return content;
    }

    private static @Nullable Object value(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return null;
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getType() == CellType.BOOLEAN ? cell.asBoolean() : cell.getText();
        }
        String format = cell.getDataFormatString();
        return format != null && format.contains("y") ? cell.asDate() : cell.asNumber();
    }

    @Override
    public byte[] write(Content content, byte[] honest, ContentEdit edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "departments", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("线索");
            sheet.value(0, 0, "监护缺失线索");
            sheet.range(0, 0, 0, Math.max(1, content.columns().size() - 1)).merge();
            sheet.value(1, 0, "监护缺失儿童登记表");
            for (int column = 0; column < content.columns().size(); column++) {
                String name = content.columns().get(column);
                sheet.value(HEADER, column, name);
                for (int i = 0; i < content.records().size(); i++) {
                    put(sheet, HEADER + 1 + i, column, content.records().get(i).get(name));
                }
            }
        }
        return Zips.each(out.toByteArray(), edit.bytes());
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDateTime date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case BigDecimal number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> sheet.value(row, column, value.toString());
        }
    }
}
