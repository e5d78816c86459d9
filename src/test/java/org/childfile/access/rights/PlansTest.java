package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What PostgreSQL does for the usual questions of a district at a million children. The tables hold some thousand rows;
 * their statistics say that each page holds as many rows as a page of a million children would have to, and the planner
 * believes them.
 */
class PlansTest {

    private static final Claims DISTRICT =
            new Claims("x", "district", "care", List.of("500112"), List.of(), null, "api");

    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, FILL);
            GuardedWarehouse.run(owner, "analyze");
            GuardedWarehouse.run(owner, MILLION);
        }
        connection = warehouse.standingDoor(DISTRICT);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    child_current                     | select * from mart.child where child_id = 'C000012'
                    child_residence                   | select * from mart.child where residence_division >= '500112' and residence_division < '500113' limit 50
                    child_registered                  | select * from mart.child where registered_division >= '500112' and registered_division < '500113' limit 50
                    child_version_pkey                | select * from mart.child_version where child_id = 'C000012'
                    child_version_pkey                | select * from mart.child_as_of('2025-03-01', now()) where child_id = 'C000012'
                    child_version_pkey                | select * from mart.child_value where child_id = 'C000012' and version = 1
                    child_version_pkey                | select * from mart.child_difference('C000012', 1, 2)
                    child_current                     | select * from mart.child_conflict where child_id = 'C000012'
                    volunteer_current                 | select * from mart.volunteer where volunteer_id = 'V000012'
                    volunteer_division                | select * from mart.volunteer where division >= '500112' and division < '500113' limit 50
                    volunteer_version_pkey            | select * from mart.volunteer_version where volunteer_id = 'V000012'
                    volunteer_version_pkey            | select * from mart.volunteer_as_of('2025-03-01', now()) where volunteer_id = 'V000012'
                    volunteer_version_pkey            | select * from mart.volunteer_value where volunteer_id = 'V000012' and version = 1
                    membership_person                 | select * from mart.membership where person_id = 'C000012'
                    source_record_feed_source_key_key | select * from mart.membership where feed = 'education' and source_key = 'e12'
                    identity_change_pkey              | select * from mart.identity_change where seq > 900000 order by seq limit 100
                    identity_change_person            | select * from mart.identity_change where person_id = 'C000012'
                    """)
    void usesItsIndexAndReadsNoLargeTableThrough(String index, String question) throws SQLException {
        assertThat(String.join("\n", GuardedWarehouse.texts(connection, "explain " + question)))
                .contains(index)
                .doesNotContain("Seq Scan");
    }

    /** The function's own plans cannot be asked for; the counts of scans tell what it did. */
    @ParameterizedTest
    @CsvSource({
        "赵, child_residence_name, child_registered_name",
        "zhao, child_residence_pinyin, child_registered_pinyin"
    })
    void lookingForANameWithinADivisionUsesItsIndexes(String beginning, String residence, String registered)
            throws SQLException {
        long throughBefore = scans("select seq_scan from pg_stat_user_tables where relname = 'child_version'");
        String index = "select idx_scan from pg_stat_user_indexes where indexrelname = '%s'";
        long residenceBefore = scans(index.formatted(residence));
        long registeredBefore = scans(index.formatted(registered));

        assertThat(GuardedWarehouse.texts(
                        connection, "select child_id from mart.find_child('" + beginning + "', '500112', 20)"))
                .isNotEmpty();

        assertThat(scans(index.formatted(residence))).isEqualTo(residenceBefore + 1);
        assertThat(scans(index.formatted(registered))).isEqualTo(registeredBefore + 1);
        assertThat(scans("select seq_scan from pg_stat_user_tables where relname = 'child_version'"))
                .isEqualTo(throughBefore);
    }

    private static long scans(String question) throws SQLException {
        GuardedWarehouse.run(connection, "select pg_stat_force_next_flush()");
        return Long.parseLong(GuardedWarehouse.texts(connection, question).getFirst());
    }

    private static final String FILL = """
            insert into versions.child_version (person_id, version, name, name_normal, name_pinyin, sex, birth_date, residence_division,
                registered_division, feeds, changed, provenance, conflicts, content_hash, valid_from, recorded_at, run_id)
            select 'C' || lpad(i::text, 6, '0'), 1, n.name, n.name,
                   (array['zhao', 'qian', 'sun', 'li', 'zhou', 'wu', 'zheng', 'wang', 'feng', 'chen'])[1 + i % 10] || chr(97 + i % 26),
                   '1', date '2008-01-01' + i, '5001' || lpad((i % 38)::text, 2, '0') || '001',
                   '5001' || lpad((i % 38)::text, 2, '0') || '001', '{education}', '{name}',
                   '{"sources": [["education", "e1", "2025-01-01T00:00:00Z"]], "values": {"name": ["张", 0, "only"]}}',
                   '[]', '', '2025-01-01', '2025-02-01', 'r1'
            from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into digitalfile.risk (child_id, grade, rules, since, recorded_at, run_id)
            select 'C' || lpad(i::text, 6, '0'), 'green', '{}', '2025-02-01', '2025-02-01', 'r1' from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into audit.age_event (person_id, age, since, run_id, at)
            select 'C' || lpad(i::text, 6, '0'), 14, '2022-01-01', 'r1', '2025-02-01' from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into versions.volunteer_version (person_id, version, name, division, feeds, changed, provenance, conflicts,
                content_hash, valid_from, recorded_at, run_id)
            select 'V' || lpad(i::text, 6, '0'), 1, '张' || chr(19968 + i % 900),
                   '5001' || lpad((i % 38)::text, 2, '0') || '001', '{volunteers}', '{name}', '{"sources": [], "values": {}}',
                   '[]', '', '2025-01-01', '2025-02-01', 'r1'
            from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into linkage.person
            select 'C' || lpad(i::text, 6, '0'), 'child', 'r1', null from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
            select 'child', 'education', 'e' || i, false, now(), 1, i, '{}' from generate_series(1, 3000) i
            cross join lateral (select substr('赵钱孙李周吴郑王冯陈', 1 + i % 10, 1) || chr(19968 + i % 900) as name) n;
            insert into linkage.membership
            select record_id, 'C' || lpad(seq::text, 6, '0'), 'rule', 3, now() from mapping.source_record
            where source_key like 'e%';
            insert into linkage.identity_change (at, run_id, kind, person_id)
            select now(), 'r1', 'created', 'C' || lpad(i::text, 6, '0') from generate_series(1, 3000) i""";

    private static final String MILLION = """
            select pg_restore_relation_stats('schemaname', v.schema, 'relname', v.name,
                'relpages', (pg_relation_size(v.schema || '.' || v.name) / 8192)::integer, 'reltuples', v.rows::real)
            from (values ('versions', 'child_version', 1200000), ('versions', 'volunteer_version', 300000),
                ('digitalfile', 'risk', 1000000),
                ('linkage', 'person', 1000000), ('linkage', 'membership', 5000000), ('linkage', 'identity_change', 1000000),
                ('mapping', 'source_record', 5000000)) v (schema, name, rows)""";
}
