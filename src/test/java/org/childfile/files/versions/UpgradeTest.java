package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;

import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A warehouse whose versions had one time only is brought up to date. */
class UpgradeTest {

    private final DatabaseAddress address = TestDatabase.empty();
    private final JdbcClient jdbc = JdbcClient.create(address.dataSource());

    @Test
    void whatOlderVersionsSaidOfEarlierDaysIsStillSaid() {
        migrate("11");
        jdbc.sql("""
                        insert into versions.child_version (person_id, version, name, feeds, changed, provenance, conflicts,
                            content_hash, valid_from, recorded_at, superseded_at, run_id)
                        values ('C1', 1, '张一', '{}', '{name}', '{}', '[]', '', '2025-01-01', '2025-02-01', '2025-03-01', 'r1'),
                               ('C1', 2, '张二', '{}', '{name}', '{}', '[]', '', '2025-02-15', '2025-03-01', '2025-04-01', 'r2'),
                               ('C1', 3, '张三', '{}', '{name}', '{}', '[]', '', '2025-03-15', '2025-04-01', null, 'r3'),
                               ('C2', 1, '李四', '{}', '{name}', '{}', '[]', '', '2025-02-15', '2025-03-01', '2025-04-01', 'r2')""").update();
        migrate("latest");

        assertThat(asOf("2025-01-20", "2025-02-10")).isEqualTo("C1 张一");
        assertThat(asOf("2025-02-20", "2025-02-10")).isEqualTo("C1 张一");
        assertThat(asOf("2025-01-20", "2025-03-10")).isEqualTo("C1 张一");
        assertThat(asOf("2025-02-20", "2025-03-10")).isEqualTo("C1 张二, C2 李四");
        assertThat(asOf("2025-02-20", "2025-05-01")).isEqualTo("C1 张二");
        assertThat(asOf("2025-05-01", "2025-05-01")).isEqualTo("C1 张三");
        assertThat(jdbc.sql("select child_id || ' ' || version from mart.child")
                        .query(String.class)
                        .list())
                .containsExactly("C1 3");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .schemas("public")
                .target(target)
                .load()
                .migrate();
    }

    private String asOf(String day, String moment) {
        return jdbc.sql("""
                        select coalesce(string_agg(child_id || ' ' || name, ', ' order by child_id), '')
                        from mart.child_as_of(:day::date, :moment::timestamptz)""")
                .param("day", day)
                .param("moment", moment)
                .query(String.class)
                .single();
    }
}
