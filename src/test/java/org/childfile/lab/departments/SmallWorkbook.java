package org.childfile.lab.departments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook as political-legal sends it, with few columns: two title rows, the header in row 3. */
final class SmallWorkbook {

    private SmallWorkbook() {}

    static byte[] of(List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "departments", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("线索");
            sheet.value(0, 0, "监护缺失线索");
            sheet.range(0, 0, 0, 2).merge();
            sheet.value(1, 0, "2026年11月");
            row(sheet, 2, List.of("序号", "儿童姓名", "登记单位"));
            for (int i = 0; i < rows.size(); i++) {
                row(sheet, 3 + i, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
        }
    }
}
