package org.childfile.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.childfile.audit.YearReport.Table;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.keys.TestKeys;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class YearReportTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.fresh());
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void accessesAreCountedByMonthRolePurposeAndDoor() {
        shown(1, "2025-12-31 23:59", "li", "read", "C1");
        shown(2, "2026-01-01 00:00", "li", "read", "C1");
        shown(3, "2026-01-31 12:00", "wang", "read", "C2");
        shown(4, "2026-02-02 12:00", "wang", "export", "C2");
        shown(5, "2026-02-02 12:00", "wang", "export", "C3");

        YearReport report = YearReport.of(database, TestKeys.AUDIT, 2026, 500);

        assertThat(rows(report, "accesses"))
                .containsExactly("2026-01 township care api read 2 2 2", "2026-02 township care api export 2 2 1");
        assertThat(rows(report, "subjects")).containsExactly("wang township care 3 2 3", "li township care 1 1 1");
        assertThat(rows(report, "exports")).containsExactly("2026-02-02 wang township care api export 2");
        assertThat(table(report, "accesses").columns())
                .containsExactly("month", "role", "purpose", "door", "action", "accesses", "persons", "subjects");
        assertThat(report.proof().whole()).isFalse();
    }

    @Test
    void nightsWeekendsAndManyPersonsAreFindings() {
        shown(1, "2026-03-02 06:59", "li", "read", "C1");
        shown(2, "2026-03-02 07:00", "li", "read", "C1");
        shown(3, "2026-03-02 20:00", "li", "read", "C1");
        shown(4, "2026-03-07 12:00", "wang", "read", "C1");
        shown(5, "2026-03-09 12:00", "wang", "read", "C1");
        shown(6, "2026-03-09 12:00", "wang", "read", "C2");
        shown(7, "2026-03-09 12:00", "wang", "read", "C3");

        assertThat(rows(YearReport.of(database, TestKeys.AUDIT, 2026, 2), "findings"))
                .containsExactly(
                        "mass reading 2026-03-09 wang api 3",
                        "outside hours 2026-03-02 li api 2",
                        "outside hours 2026-03-07 wang api 1");
    }

    @Test
    void correctionsErasuresAndAgesAreInIt() {
        jdbc.sql("""
                        insert into subject.correction (person_id, attribute, said, actor, at)
                        values ('C1', 'name', '\\x00', 'li', '2026-03-01')""").update();
        jdbc.sql("""
                        insert into subject.erasure (person_id, reason, actor, at, refused, records, versions, kept)
                        values ('C2', 'purpose-ended', 'li', '2026-03-02 12:00+08', false, 4, 1,
                                '[{"what": "accesses", "count": 2, "why": "access-log"}]'),
                               ('C3', 'unlawful', 'li', '2026-03-03 12:00+08', true, 0, 0, '[]')""").update();
        jdbc.sql("insert into audit.age_event values ('C4', 14, '2026-05-06', '1', now())")
                .update();

        YearReport report = YearReport.of(database, TestKeys.AUDIT, 2026, 500);

        assertThat(rows(report, "corrections")).containsExactly("2026-03 name in force 1");
        assertThat(rows(report, "erasures"))
                .containsExactly(
                        "2026-03-02 C2 purpose-ended li erased 4 1 accesses (access-log)",
                        "2026-03-03 C3 unlawful li refused 0 0 ");
        assertThat(rows(report, "ages")).containsExactly("2026-05 14 1");
        assertThat(rows(report, "findings"))
                .contains("erasure refused 2026-03-03 li  1")
                .anySatisfy(row -> assertThat(row).startsWith("correction not taken over 2026-03-01"));
        assertThat(rows(YearReport.of(database, TestKeys.AUDIT, 2025, 500), "erasures"))
                .isEmpty();
    }

    private void shown(long seq, String moment, String subject, String action, String person) {
        jdbc.sql("""
                        insert into audit.access values (:seq, :moment::timestamp at time zone 'Asia/Shanghai', :subject,
                            'township', 'care', 'api', :action, :person, '{name}', 'revealed', '', '')""")
                .param("seq", seq)
                .param("moment", moment)
                .param("subject", subject)
                .param("action", action)
                .param("person", person)
                .update();
    }

    private static List<String> rows(YearReport report, String name) {
        return table(report, name).rows().stream()
                .map(row -> String.join(" ", row))
                .toList();
    }

    private static Table table(YearReport report, String name) {
        return report.tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
