package org.childfile.lab.departments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes a world of two nights and few records, of made-up children. */
final class SmallWorld {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "学籍号,姓名,班级\r\n";

    private final Path dir;

    private SmallWorld(Path dir) {
        this.dir = dir;
    }

    static Path write(Path dir) {
        SmallWorld world = new SmallWorld(dir);
        world.night1();
        world.night2();
        return dir;
    }

    private void night1() {
        lines(1, "civil-affairs.ndjson", 5, SmallWorld::civil);
        file(
                1,
                "education/xueji_20261121.csv.gz",
                gzip((HEADER + "J01,张小一,一班\r\nJ02,\"李小二\r\n又名李二\",\"二\"\"班\"\r\n").getBytes(GB18030)));
        lines(1, "public-security.xml", 1001, i -> person("I", i, "20261120080000"));
        lines(1, "health.ndjson", 5, i -> item(i, "2026-11-20T08:00:0" + i + "+08:00"));
        file(
                1,
                "political-legal.xlsx",
                SmallWorkbook.of(List.of(List.of("1", "王小六", "渝北区民政"), List.of("2", "赵小七", "渝北区民政"))));
        file(
                1,
                "medical-insurance.ndjson.gz",
                gzip(
                        "{\"insuredNo\":\"Y1\",\"psnName\":\"张小一\",\"updtTime\":\"2026-11-20\"}\n{\"insuredNo\":\"Y2\",\"psnName\":\"李小二\",\"updtTime\":\"2026-11-20\"}\n"
                                .getBytes(StandardCharsets.UTF_8)));
        file(1, "volunteers.csv", "\uFEFF编号,姓名\r\nV1,周爱心\r\nV2,吴爱心\r\n".getBytes(StandardCharsets.UTF_8));
        lines(1, "pairings.ndjson", 502, i -> "{\"pairingNo\":\"Q" + i + "\"}");
        lines(1, "care-records.ndjson", 3, i -> care(i, "2026-11-20T10:00:0" + i + "+08:00"));
    }

    private void night2() {
        lines(2, "civil-affairs.ndjson", 4, SmallWorld::civil);
        file(2, "education/xueji_20261122.csv.gz", gzip((HEADER + "J01,张小一,一班\r\n").getBytes(GB18030)));
        lines(2, "public-security.xml", 2, i -> person("U", i, "20261121080000"));
        lines(2, "health.ndjson", 2, i -> item(i + 5, "2026-11-21T00:00:0" + i + "Z"));
        file(2, "political-legal.xlsx", SmallWorkbook.of(List.of(List.of("1", "王小六", "渝北区民政"))));
        file(2, "medical-insurance.ndjson.gz", gzip("{\"insuredNo\":\"Y1\"}\n".getBytes(StandardCharsets.UTF_8)));
        file(2, "volunteers.csv", "\uFEFF编号,姓名\r\nV1,周爱心\r\n".getBytes(StandardCharsets.UTF_8));
        lines(2, "pairings.ndjson", 1, i -> "{\"pairingNo\":\"Q" + i + "\"}");
        lines(2, "care-records.ndjson", 1, i -> care(i + 3, "2026-11-21T02:00:00Z"));
    }

    static String civil(int i) {
        return "{\"rosterNo\":\"R" + i + "\",\"xm\":\"张小" + i
                + "\",\"csrq\":\"2015-03-07\",\"gxsj\":\"2026-11-20 08:00:00\"}";
    }

    static String person(String op, int i, String updated) {
        return "<person op=\"" + op + "\"><GMSFHM>P" + i + "</GMSFHM><XM>李小" + i + "</XM><CSRQ>20150307</CSRQ><GXSJ>"
                + updated + "</GXSJ></person>";
    }

    static String item(int i, String updated) {
        return "{\"recordId\":\"H" + i + "\",\"lastCheckup\":{\"updatedAt\":\"none of ours\"},\"updatedAt\":\""
                + updated + "\"}";
    }

    static String care(int i, String at) {
        return "{\"recordNo\":\"C" + i + "\",\"at\":\"" + at + "\"}";
    }

    private void lines(int night, String name, int count, IntFunction<String> line) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(1, count).forEach(i -> text.append(line.apply(i)).append('\n'));
        file(night, name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void file(int night, String name, byte[] bytes) {
        try {
            Path file = dir.resolve("night-" + night).resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) {
        try {
            return Gzipped.packed(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
