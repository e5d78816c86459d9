package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Html;
import org.childfile.database.TestServer;
import org.childfile.kernel.CityTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents that go out of the house: to a guardian, and to who watches over the protection of the data. */
class SubjectDocumentsTest extends OnSecondNight {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aGuardianIsToldAllThatIsHeldOfTheChild() throws IOException {
        database = TestServer.copy(afterFirstNight);
        String child = texts("select child_id from mart.child where feeds @> '{health,education}' order by 1 limit 1")
                .getFirst();
        childfile("child", child);
        childfile("correct", child, "school_name", "<b>一小</b>", "--proof", "seen", "--by", "wang");
        Path file = folder.resolve("file.html");

        CommandRun run = childfile("disclose", child, "--out", file.toString(), "--by", "wang");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        String page = Files.readString(file);
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("所掌握的该儿童的全部信息", child, "谁查看过", "凭证明更正")
                .contains("&lt;b&gt;一小&lt;/b&gt;")
                .contains("收集告知", "发现患重病、有残疾或有心理困难的儿童并协助就医", "until three years after the child turns 18")
                .contains("妇联·结对", "妇联·关爱记录")
                .containsPattern("<td>(男 male|女 female)</td>")
                .contains("<td>否 no</td>", "<td>参保 insured</td>")
                .doesNotContain("<td>true</td>", "<td>false</td>", "<td>insured</td>")
                .doesNotContain("妇联·爱心妈妈名册", "未写明")
                .doesNotContain("<b>", "http://", "https://", "<script", "<link", "@import");
        String keys = "select source_key from mart.membership where person_id = '" + child + "'";
        for (String key : childfile("sql", "--csv", keys).out().lines().skip(1).toList()) {
            assertThat(page).contains(Html.escaped(key));
        }
        for (String mask :
                texts("select id_number from mart.child where child_id = '" + child + "' and id_number is not null")) {
            assertThat(page).doesNotContain(mask);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(texts("select concat_ws(' ', purpose, action, detail) from ops.access where person_id = '" + child
                        + "' order by seq desc limit 1"))
                .containsExactly("subject-rights disclose revealed, for wang");
    }

    @Test
    void careAndCallsAreToldButNoReportOfAbuse() throws IOException {
        database = TestServer.copy(afterFirstNight);
        String child = texts("""
                select p.child_id from mart.pairing p join mart.child_kind k using (child_id)
                where p.state = 'active' and p.child_id is not null order by 1 limit 1""").getFirst();
        childfile("wakeup", "call", child, "SCHOOLING", "--words", "made-up words of schooling");
        childfile("wakeup", "call", child, "ABUSE", "--words", "made-up words of abuse", "--actor", "reporter");
        Path file = folder.resolve("file.html");

        CommandRun run = childfile("disclose", child, "--out", file.toString(), "--by", "wang");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        Path without = folder.resolve("other.html");
        String other = texts("select child_id from mart.child where child_id <> '" + child + "' order by 1 limit 1")
                .getFirst();
        assertThat(childfile("disclose", other, "--out", without.toString(), "--by", "wang")
                        .out()
                        .replace(without.toString(), file.toString()))
                .isEqualTo(run.out());
        assertThat(Files.readString(file))
                .contains("结对 pairing", "每周见面 weekly visit", "困境类别 kind of difficulty", "风险等级 grade of risk")
                .contains("呼叫 call", "就学 schooling", "made-up words of schooling", "申请 application")
                .doesNotContain("made-up words of abuse", "ABUSE", "mandatory", "reporter");
    }

    /** A table that holds something of a person is in the disclosure, or here with the reason why it is not. */
    @Test
    void everyTableThatNamesAPersonIsDisclosed() throws IOException {
        Map<String, String> elsewhere = new TreeMap<>(Map.of(
                "audit.access", "by ops.access",
                "versions.child_version", "by mart.child_value, mart.child_version",
                "versions.change", "tells followers that there is a new version",
                "linkage.core", "worked out of the person's records",
                "linkage.touched_person", "empty between runs",
                "pairing.listing", "the record of the federation that pairing.pairing was read from",
                "subject.correction", "by ops.correction",
                "subject.erasure", "of who is forgotten"));
        elsewhere.put("pairing.mark", "keyed hashes of values that the file shows");
        elsewhere.put("pairing.marked", "which version pairing.mark is of");
        elsewhere.put(
                "pairing.moved", "which pairings a join moved, for the way back; the join and the pairings are told");
        elsewhere.put("wakeup.moved", "which calls a join moved, for the way back; the join and the calls are told");
        elsewhere.put("audit.approval", "of how many persons somebody asked, and of none by name");
        elsewhere.put("care.contact", "when care records were, which are told themselves");
        elsewhere.put("care.pair", "by what duties were worked out");
        elsewhere.put("versions.earlier_sources", "no value: which records said what versions say, before others did");
        elsewhere.put("digitalfile.assessed", "no value: a digest of what rules were applied to, and when");
        elsewhere.put("care.problem", "what is wrong with a record of care, for whom it is told");
        StringBuilder told = new StringBuilder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                Path.of("src/main/resources/org/childfile/access/readmodel"), "disclose-*.sql")) {
            for (Path each : files) {
                told.append(Files.readString(each));
            }
        }
        database = TestServer.copy(afterFirstNight);
        List<String> tables = texts("""
                select distinct c.relnamespace::regnamespace || '.' || c.relname
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind in ('r', 'p') and not a.attisdropped and a.atttypid <> 'boolean'::regtype
                  and a.attname in ('child_id', 'person_id', 'pairing_id', 'wakeup_id', 'application_id', 'persons')
                order by 1""");
        assertThat(tables)
                .contains("wakeup.item", "care.duty")
                .allSatisfy(table -> assertThat(told.toString().contains(table) || elsewhere.containsKey(table))
                        .as(table)
                        .isTrue());
        assertThat(tables).containsAll(elsewhere.keySet());
    }

    @Test
    void theYearsReportIsAPageAndTables() throws IOException {
        database = TestServer.copy(afterFirstNight);
        childfile("child", "--limit", "3");
        Path pack = folder.resolve("pack");
        String year = String.valueOf(LocalDate.now(CityTime.ZONE).getYear());

        CommandRun run = childfile("audit", "pack", "--year", year, "--out", pack.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo("written: " + pack + " (report.html and 17 tables as CSV)\n");
        assertThat(Files.readString(pack.resolve("report.html")))
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains(year + " 年未成年人个人信息保护合规报告", "访问日志完整", "查找 search")
                .doesNotContain("http://", "https://", "<script");
        assertThat(Files.readString(pack.resolve("collected.csv")))
                .startsWith("\uFEFF数据源 feed,内容 content,目的 purpose,法律依据 legal basis,保存期限 storage term\r\n")
                .contains("卫健·儿童健康档案 health: child health records,", "诊断 diagnoses", "个人信息保护法第十三条")
                .hasLineCount(10);
        assertThat(Files.readString(pack.resolve("accesses.csv")))
                .startsWith("\uFEFF月份 month,年龄段 age,角色 role,目的 purpose,")
                .contains(",operator,operations,cli,search,");
        assertThat(texts("select year || ' ' || actor from ops.audit_pack")).containsExactly(year + " wang");
        assertThat(childfile("audit", "pack", "--year", "12", "--out", pack.toString())
                        .err())
                .isEqualTo("Error: --year: found 12, a year such as 2026 is wanted\n");
    }
}
