package org.childfile.cli.person;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.childfile.cli.terminal.GuardedCsv;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.digitalfile.Finding;
import org.childfile.files.digitalfile.Findings.Said;

/**
 * The list that a village takes to the door, as CSV: what is known, and four columns to fill in. It is read back by the
 * words in the headers that are names ({@code child_id}, {@code result} …), whatever else stands there.
 */
final class HiddenSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADER = List.of(
            "编号 child_id",
            "类别 kind",
            "姓名 name",
            "性别 sex",
            "出生日期 born",
            "区划 division",
            "住址 address",
            "监护人 guardian",
            "电话 phone",
            "学校 school",
            "依据 evidence",
            "起始 since",
            "核查结果 result",
            "核查日期 found_on",
            "核查人 found_by",
            "情况说明 remarks");

    private static final Map<String, Finding.Result> WORDS = Map.of(
            "属实", Finding.Result.CONFIRMED,
            "不属实", Finding.Result.NOT_SO,
            "已知", Finding.Result.KNOWN);

    private HiddenSheet() {}

    static void write(Path file, List<HiddenRow> rows) throws IOException {
        GuardedCsv.write(
                file,
                HEADER,
                rows.stream()
                        .map(row -> List.of(
                                row.childId(),
                                row.kind(),
                                row.name(),
                                row.sex(),
                                row.born(),
                                row.division(),
                                row.address(),
                                row.guardian(),
                                row.phone(),
                                row.school(),
                                row.why(),
                                row.since(),
                                "",
                                "",
                                "",
                                ""))
                        .toList());
    }

    /** What a line says. */
    sealed interface Line {
        /** Something was found. */
        record Found(long number, Said said) implements Line {}

        /** It cannot be used; the message says why, and shows nothing of a person. */
        record Bad(long number, String message) implements Line {}
    }

    /** Every line on which something was filled in. */
    static List<Line> read(Path file, String actor, LocalDate today) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            List<String> columns = List.of();
            for (CSVRecord row : parser) {
                if (parser.getRecordNumber() == 1) {
                    columns = columns(row);
                } else {
                    line(row, columns, parser.getCurrentLineNumber(), actor, today)
                            .ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private static List<String> columns(CSVRecord header) {
        List<String> columns = new ArrayList<>();
        for (String cell : header) {
            String plain = cell.replace(BYTE_ORDER_MARK, "").strip();
            columns.add(plain.substring(plain.lastIndexOf(' ') + 1));
        }
        for (String needed : List.of("child_id", "result")) {
            if (!columns.contains(needed)) {
                throw WrongUse.of("wrong.sheet-column", needed, String.join(", ", columns));
            }
        }
        return columns;
    }

    private static Optional<Line> line(
            CSVRecord row, List<String> columns, long number, String actor, LocalDate today) {
        String result = cell(row, columns, "result");
        if (result.isEmpty()) {
            return Optional.empty();
        }
        Optional<Finding.Result> known = Optional.ofNullable(WORDS.get(result)).or(() -> Finding.Result.of(result));
        if (known.isEmpty()) {
            return bad(number, "result: allowed are confirmed, not-so, known, 属实, 不属实, 已知");
        }
        String remarks = cell(row, columns, "remarks");
        if (remarks.isEmpty() && known.get() == Finding.Result.NOT_SO) {
            return bad(number, "remarks: that it is not so needs its reason");
        }
        Optional<LocalDate> on = day(cell(row, columns, "found_on"), today);
        if (on.filter(day -> !day.isAfter(today)).isEmpty()) {
            return bad(number, "found_on: allowed is a day that is past, such as 2026-11-22");
        }
        String by = cell(row, columns, "found_by");
        String kind = cell(row, columns, "kind");
        return Optional.of(new Line.Found(
                number,
                new Said(
                        cell(row, columns, "child_id"),
                        kind.isEmpty() ? Optional.empty() : Optional.of(kind),
                        known.get(),
                        on.get(),
                        remarks.isEmpty() ? "–" : remarks,
                        by.isEmpty() ? actor : by)));
    }

    private static Optional<Line> bad(long number, String message) {
        return Optional.of(new Line.Bad(number, message));
    }

    private static Optional<LocalDate> day(String written, LocalDate today) {
        try {
            return Optional.of(written.isEmpty() ? today : LocalDate.parse(written.replace('/', '-')));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cell(CSVRecord row, List<String> columns, String name) {
        int at = columns.indexOf(name);
        return at < 0 || at >= row.size() ? "" : row.get(at).strip();
    }
}
