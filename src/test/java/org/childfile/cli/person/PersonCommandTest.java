package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was recorded on October 1 and written anew on October 8, when a move of September 10 became known. */
class PersonCommandTest {

    private static final DatabaseAddress ADDRESS = TestServer.fresh();

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection = ADDRESS.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into versions.child_version (person_id, version, name, birth_date, grade, feeds, changed, provenance,
                        conflicts, content_hash, valid_from, valid_to, recorded_at, superseded_at, run_id)
                    select 'C1', version, '张三', '2012-05-06', grade, '{education}', changed::text[],
                        jsonb_build_object(
                            'sources', jsonb_build_array(jsonb_build_array('education', 'e1', stamp || 'T00:00:00Z')),
                            'values', jsonb_build_object('name', jsonb_build_array('张三', 0, 'only'),
                                'grade', jsonb_build_array(grade, 0, 'only'))),
                        '[]', '', valid_from::date, valid_to::date, recorded::timestamptz, superseded::timestamptz, 'r'
                    from (values
                        (1, '五年级', '{grade,name}', '2026-09-01', '2026-09-01', null, '2026-10-01 04:00+08', '2026-10-08 04:00+08'),
                        (2, '五年级', '{}', '2026-09-01', '2026-09-01', '2026-09-10', '2026-10-08 04:00+08', null),
                        (3, '六年级', '{grade}', '2026-09-10', '2026-09-10', null, '2026-10-08 04:00+08', null))
                        x (version, grade, changed, stamp, valid_from, valid_to, recorded, superseded);
                    insert into rights.role values ('operator', 'divisions');
                    insert into rights.purpose values ('operations'), ('statistics');
                    insert into rights.role_purpose values
                        ('operator', 'operations', '{plain}', true, '{"child": ["*", "name", "grade"]}'),
                        ('operator', 'statistics', '{plain}', false, '{"child": ["name", "grade"]}')""");
        }
    }

    @Test
    void aFileIsShownAsItWasTrueOnADayByWhatWasRecordedUntilAMoment() {
        assertThat(child("C1", "--as-of", "2026-09-15", "--recorded", "2026-10-07")
                        .out())
                .isEqualTo("""
                File C1 on 2026-09-15, by what was recorded until 2026-10-07 23:59: version 1
                attribute  value    feed       observed    rule
                ─────────  ───────  ─────────  ──────────  ────
                name       张*      education  2026-09-01  only
                grade      grade 5  education  2026-09-01  only
                """);
        assertThat(child("C1", "--as-of", "2026-09-15", "--recorded", "2026-10-08T03:59")
                        .out())
                .startsWith("File C1 on 2026-09-15, by what was recorded until 2026-10-08 03:59: version 1\n");
        assertThat(child("C1", "--as-of", "2026-09-15", "--recorded", "2026-10-08")
                        .out())
                .startsWith("File C1 on 2026-09-15, by what was recorded until 2026-10-08 23:59: version 3\n");
        assertThat(child("C1", "--as-of", "2026-09-09").out()).contains(": version 2\n");
    }

    @Test
    void everyVersionIsShownWithBothTimes() {
        assertThat(child("C1", "--versions").out()).isEqualTo("""
                version  valid from  valid to    recorded          superseded        changed
                ───────  ──────────  ──────────  ────────────────  ────────────────  ────────
                      1  2026-09-01  –           2026-10-01 04:00  2026-10-08 04:00  grade +1
                      2  2026-09-01  2026-09-10  2026-10-08 04:00  –
                      3  2026-09-10  –           2026-10-08 04:00  –                 grade
                """);
    }

    @Test
    void twoVersionsAreComparedWithTheSourceOfEachSide() {
        assertThat(child("C1", "--diff", "1", "3").out()).isEqualTo("""
                File C1: what versions 1 and 3 say differently
                attribute  version  value    feed       observed
                ─────────  ───────  ───────  ─────────  ──────────
                grade            1  grade 5  education  2026-09-01
                                 3  grade 6  education  2026-09-10
                """);
        assertThat(child("C1", "--diff", "1", "2").out())
                .isEqualTo("File C1: what versions 1 and 2 say differently\n(none)\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1 --as-of 2026-08-31",
                "C1 --as-of 2026-09-15 --recorded 2026-09-30",
                "C1 --diff 1 7",
                "C9 --versions",
                "C1 --recorded yesterday",
                "C1 --versions --diff 1 2",
                "C1 --purpose curiosity"
            })
    void whatIsNotThereOrNotToBeAskedIsWrongUse(String words) {
        assertThat(child(words.split(" ")).exitCode()).isEqualTo(2);
    }

    @Test
    void aPurposeThatGivesLessShowsLess() {
        assertThat(child("C1").out()).contains("张*");
        CommandRun less = child("C1", "--purpose", "statistics");
        assertThat(less.err()).isEmpty();
        assertThat(less.out()).contains("张*", "grade +1");
        assertThat(child("C1", "--purpose", "curiosity").err())
                .isEqualTo("Error: --purpose curiosity is none of an operator's purposes. Allowed are operations,"
                        + " statistics (mappings/rights.yaml).\n");
    }

    private static CommandRun child(String... words) {
        List<String> all = new ArrayList<>(List.of("child"));
        all.addAll(List.of(words));
        return CommandRun.of(
                Map.of(
                        "CHILDFILE_LANG",
                        "en",
                        "CHILDFILE_DB_URL",
                        ADDRESS.url(),
                        "CHILDFILE_DB_USER",
                        ADDRESS.user(),
                        "CHILDFILE_DB_PASSWORD",
                        ADDRESS.password()),
                all.toArray(String[]::new));
    }
}
