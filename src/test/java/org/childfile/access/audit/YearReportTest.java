package org.childfile.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.audit.YearReport.Table;
import org.childfile.access.keys.TestKeys;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class YearReportTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.peopled());
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
                .containsExactly(
                        "2026-01 unknown township care api read 2 2 2",
                        "2026-02 unknown township care api export 2 2 1");
        assertThat(rows(report, "subjects")).containsExactly("wang township care 3 2 3", "li township care 1 1 1");
        assertThat(rows(report, "exports")).containsExactly("2026-02-02 wang township care api export 2 0 0");
        assertThat(table(report, "accesses").columns())
                .containsExactly(
                        "month", "band", "role", "purpose", "door", "action", "accesses", "persons", "subjects");
        assertThat(report.proof().whole()).isFalse();
    }

    /** The bands are those of the day of the access; an age is reached on the day after the birthday. */
    @Test
    void personsAreCountedByTheAgeThatTheyHadOnTheDay() {
        born("C1", "2012-03-02");
        born("C2", "2008-03-02");
        retired("C3", "C1");
        shown(1, "2026-03-02 12:00", "li", "read", "C1");
        shown(2, "2026-03-03 12:00", "li", "read", "C1");
        shown(3, "2026-03-02 12:00", "li", "read", "C2");
        shown(4, "2026-03-03 12:00", "li", "read", "C2");
        shown(5, "2026-03-02 12:00", "li", "export", "C3");
        shown(6, "2026-03-02 12:00", "li", "read", "V1");
        shown(7, "2026-03-02 12:00", "li", "read", "C9");

        YearReport report = YearReport.of(database, TestKeys.AUDIT, 2026, 500);

        assertThat(rows(report, "accesses"))
                .containsExactly(
                        "2026-03 14-18 township care api read 2 2 1",
                        "2026-03 over-18 township care api read 1 1 1",
                        "2026-03 under-14 township care api export 1 1 1",
                        "2026-03 under-14 township care api read 1 1 1",
                        "2026-03 unknown township care api read 1 1 1",
                        "2026-03 volunteer township care api read 1 1 1");
        assertThat(rows(report, "bands"))
                .containsExactly(
                        "14-18 township care 2 2 2",
                        "over-18 township care 1 1 1",
                        "under-14 township care 2 2 2",
                        "unknown township care 1 1 1",
                        "volunteer township care 1 1 1");
        assertThat(rows(report, "exports")).containsExactly("2026-03-02 li township care api export 1 1 0");
        assertThat(rows(report, "revealed")).hasSize(6);
        assertThat(rows(report, "persons")).hasSize(2).allMatch(row -> row.endsWith(" 1 0 0"));
    }

    private void born(String person, String day) {
        jdbc.sql("insert into linkage.person (person_id, population, founded_run) values (:person, 'child', 'r')")
                .param("person", person)
                .update();
        jdbc.sql("""
                        insert into versions.child_version (person_id, version, birth_date, feeds, changed, provenance, conflicts,
                            content_hash, valid_from, recorded_at, run_id)
                        values (:person, 1, :day::date, '{}', '{}', '{}', '[]', '', '2020-01-01', now(), 'r')""").param("person", person).param("day", day).update();
    }

    private void retired(String person, String into) {
        jdbc.sql("""
                        insert into linkage.person (person_id, population, founded_run, retired_into)
                        values (:person, 'child', 'r', :into)""").param("person", person).param("into", into).update();
    }

    @Test
    void breachesAssessmentsRequestsAndActsAreInIt() {
        jdbc.sql("""
                        insert into compliance.matter values ('B1', 'breach', 'leak', '', '2026-05-01 10:00+08', '2026-05-01 11:00+08'),
                            ('P1', 'assessment', '', 'exports', '2025-05-01 10:00+08', '2025-05-01 10:00+08');
                        insert into compliance.entry (matter_id, number, at, actor, act, step, step_number, under_14, risk, said)
                        values ('B1', 1, '2026-05-01 11:00+08', 'li', 'open', null, null, 12, null, ''),
                               ('B1', 2, '2026-05-01 11:30+08', 'li', 'note', 'remedy', 1, null, null, ''),
                               ('P1', 1, '2025-05-01 10:00+08', 'li', 'open', null, null, null, 'low', '');
                        insert into compliance.step values ('B1', 'remedy', 1, '2026-05-01 12:00+08'),
                            ('B1', 'authority', 1, '2026-05-02 10:00+08'), ('P1', 'review', 1, '2027-05-02 00:00+08')""").update();
        jdbc.sql("""
                        insert into audit.access values (1, '2026-05-01 12:00+08', 'li', 'operator', 'operations', 'cli', 'token',
                            null, '{}', '', '', ''),
                            (2, '2026-05-01 12:00+08', 'li', 'township', 'care', 'api', 'refused', null, '{}', '', '', '')""").update();

        YearReport report = YearReport.of(database, TestKeys.AUDIT, 2026, 500);

        assertThat(rows(report, "breaches")).containsExactly("B1 leak 2026-05-01 10:00 open 12  2 1 1");
        assertThat(rows(report, "assessments")).containsExactly("P1 exports 2025-05-01 low open 2027-05-01 ");
        assertThat(rows(report, "acts"))
                .containsExactly("2026-05 li operator cli token 1", "2026-05 li township api refused 1");
        assertThat(rows(report, "refusals")).containsExactly("2026-05 access township care api 1");
        assertThat(rows(YearReport.of(database, TestKeys.AUDIT, 2025, 500), "breaches"))
                .isEmpty();
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

        assertThat(rows(report, "corrections")).containsExactly("2026-03 unknown name in force 1");
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
