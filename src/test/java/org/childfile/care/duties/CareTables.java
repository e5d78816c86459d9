package org.childfile.care.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.care.duties.SlowDuties.Record;
import org.childfile.care.duties.SlowDuties.SlowPair;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A warehouse with pairings and care records put there by hand. */
final class CareTables {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CareTables(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    DataSource dataSource() {
        return dataSource;
    }

    long advance(CareRules rules, LocalDate day) {
        Long written = transaction.execute(status -> new DutyLedger(dataSource, rules).advance("test", day));
        return written == null ? 0 : written;
    }

    /** A pairing in force, and its child with or without a school. */
    void pair(SlowPair pair) {
        pair(pair, pair.until() == null ? "active" : "ended", "500101001002");
    }

    void pair(SlowPair pair, String state, String division) {
        jdbc.sql("""
                        insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since, until)
                        values (:id, 'C' || :id, 'V' || :id, :state, :since, :until::date)
                        on conflict (pairing_id) do update set state = excluded.state, since = excluded.since,
                            until = excluded.until""")
                .param("id", pair.id())
                .param("state", state)
                .param("since", pair.since())
                .param("until", pair.until())
                .update();
        child("C" + pair.id(), pair.teacher() ? "三年级" : null, pair.teacher() ? "在校" : null, division);
    }

    void child(String child, @Nullable String grade, @Nullable String enrolment, String division) {
        jdbc.sql("delete from versions.child_version where person_id = :child")
                .param("child", child)
                .update();
        jdbc.sql("""
                        insert into versions.child_version (person_id, version, name, birth_date, grade, enrolment_state,
                            residence_division, feeds, changed, provenance, conflicts, content_hash, valid_from,
                            recorded_at, run_id)
                        values (:child, 1, '王小明', '2015-05-05', :grade, :enrolment, :division, '{}', '{}', '{}', '[]',
                            '', '2020-01-01', now(), '1')""")
                .param("child", child)
                .param("grade", grade)
                .param("enrolment", enrolment)
                .param("division", division)
                .update();
    }

    /** A care record as mapping leaves it. */
    void record(String number, Record record, boolean withdrawn) {
        jdbc.sql("""
                        with written as (
                            insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at,
                                pull_id, seq, attributes)
                            values ('care', 'care-records', :number, :withdrawn, now(), 1, 1, json_build_object(
                                'record_number', :number, 'pairing_number', :pairing, 'kind', :kind, 'at', :at))
                            on conflict (feed, source_key) do update set withdrawn = excluded.withdrawn,
                                attributes = excluded.attributes
                            returning record_id)
                        insert into mapping.changed_record (record_id, population, run_id)
                        select record_id, 'care', '1' from written
                        on conflict (record_id) do nothing""")
                .param("number", number)
                .param("withdrawn", withdrawn)
                .param("pairing", record.pair())
                .param("kind", record.kind())
                .param("at", record.at().toString())
                .update();
    }

    /** {@code pair kind start end state first last}. */
    List<String> duties() {
        return jdbc.sql("select pairing_id, kind, period_start, period_end, state, done_at, last_at from care.duty")
                .query((row, number) -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        moment(
                                row.getTimestamp(6) == null
                                        ? null
                                        : row.getTimestamp(6).toInstant()),
                        moment(
                                row.getTimestamp(7) == null
                                        ? null
                                        : row.getTimestamp(7).toInstant())))
                .list();
    }

    private static String moment(@Nullable Instant at) {
        return at == null ? "-" : at.toString();
    }

    /** The first column of a query, what is sealed in it opened. */
    List<String> rows(String sql) {
        Keyring keys = TestKeys.of(dataSource);
        return jdbc.sql(sql).query(String.class).list().stream()
                .map(text -> text == null ? null : keys.clear(text))
                .toList();
    }
}
