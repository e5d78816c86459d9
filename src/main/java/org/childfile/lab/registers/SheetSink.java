package org.childfile.lab.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.childfile.lab.world.Day;
import org.childfile.storage.PrivateFiles;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook with two title rows (the first one merged), the header in row 3, and a record a row. */
final class SheetSink implements Sink<List<@Nullable Object>> {

    private static final int HEADER_ROW = 2;
    private static final int FLUSH_ROWS = 1000;
    private static final long ZIP_TIME = 1_577_836_800_000L;

    private final Path file;
    private final Path draft;
    private final LocalDate night;
    private final OutputStream drafted;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row = HEADER_ROW + 1;

    SheetSink(Path file, LocalDate night, List<String> header) throws IOException {
        this.file = file;
        this.draft = file.resolveSibling(file.getFileName() + ".draft");
        this.night = night;
        this.drafted = PrivateFiles.stream(draft);
        this.workbook = new Workbook(drafted, "childfile", "1.0");
        this.sheet = workbook.newWorksheet("监护缺失线索");
        sheet.value(0, 0, "监护缺失儿童线索登记表");
        // One range only: the library writes several in an order that differs from run to run.
        sheet.range(0, 0, 0, header.size() - 1).merge();
        sheet.value(1, 0, "填报日期：" + Day.chinese(Day.of(night)));
        for (int column = 0; column < header.size(); column++) {
            sheet.value(HEADER_ROW, column, header.get(column));
        }
    }

    @Override
    public void put(List<@Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case LocalDate date -> {
                    sheet.value(row, column, date);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Number number -> sheet.value(row, column, number);
                case String text -> sheet.value(row, column, text);
                case null -> {}
                case Object other -> throw new IllegalArgumentException("no cell for " + other.getClass());
            }
        }
        if (++row % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    /** Ends the workbook, and writes it anew with the night as its stamp in place of the clock's. */
    @Override
    public void close() throws IOException {
        workbook.finish();
        drafted.close();
        try (ZipFile from = new ZipFile(draft.toFile());
                OutputStream bytes = PrivateFiles.stream(file);
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part : from.stream().toList()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setLastModifiedTime(FileTime.fromMillis(ZIP_TIME));
                to.putNextEntry(copy);
                if (part.getName().equals("docProps/core.xml")) {
                    to.write(stamped(from.getInputStream(part).readAllBytes()));
                } else {
                    from.getInputStream(part).transferTo(to);
                }
                to.closeEntry();
            }
        }
        Files.delete(draft);
    }

    private byte[] stamped(byte[] core) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", Day.iso(night) + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
