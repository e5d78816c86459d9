package org.childfile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.childfile.database.TestServer;
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
    void theYearsReportIsAPageAndTables() throws IOException {
        database = TestServer.copy(afterFirstNight);
        childfile("child", "--limit", "3");
        Path pack = folder.resolve("pack");
        String year = String.valueOf(LocalDate.now(RunningCommand.ZONE).getYear());

        CommandRun run = childfile("audit", "pack", "--year", year, "--out", pack.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isEqualTo("written: " + pack + " (report.html and 8 tables as CSV)\n");
        assertThat(Files.readString(pack.resolve("report.html")))
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains(year + " 年未成年人个人信息保护合规报告", "访问日志完整", "查找 search")
                .doesNotContain("http://", "https://", "<script");
        assertThat(Files.readString(pack.resolve("accesses.csv")))
                .startsWith("\uFEFF月份 month,角色 role,目的 purpose,")
                .contains(",operator,operations,cli,search,3,3,1\r\n");
        assertThat(childfile("audit", "pack", "--year", "12", "--out", pack.toString())
                        .err())
                .isEqualTo("Error: --year: found 12, a year such as 2026 is wanted\n");
    }
}
