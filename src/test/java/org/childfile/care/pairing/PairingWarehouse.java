package org.childfile.care.pairing;

import java.nio.file.Path;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A warehouse in which tests put records, persons and files by hand. */
final class PairingWarehouse {

    final DataSource database = TestDatabase.dataSource(TestServer.peopled());
    final JdbcClient jdbc = JdbcClient.create(database);
    final Keyring keys = TestKeys.of(database);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

    /** A record of a feed that belongs to a person. */
    void linked(String feed, String key, String person) {
        jdbc.sql("""
                        insert into linkage.person (person_id, population, founded_run)
                        values (:person, case left(:person, 1) when 'C' then 'child' else 'volunteer' end, 'r')
                        on conflict do nothing""").param("person", person).update();
        record(person.startsWith("C") ? "child" : "volunteer", feed, key, "{}");
        jdbc.sql("""
                        insert into linkage.membership (record_id, person_id, decided_by, since)
                        select record_id, :person, 'rule', now() from mapping.source_record
                        where feed = :feed and source_key = :key
                        on conflict (record_id) do update set person_id = excluded.person_id""")
                .param("feed", feed)
                .param("key", key)
                .param("person", person)
                .update();
    }

    /** A pairing of the feed, as JSON with the attributes of the mapping; it has changed. */
    void listed(String pairing, String attributes) {
        record("pairing", "pairings", pairing, attributes.replace('\'', '"'));
        jdbc.sql("""
                        insert into mapping.changed_record (record_id, population, run_id)
                        select record_id, population, 'r' from mapping.source_record where source_key = :key
                        on conflict do nothing""").param("key", pairing).update();
    }

    void withdrawn(String pairing) {
        listed(pairing, "{}");
        jdbc.sql("update mapping.source_record set withdrawn = true where source_key = :key")
                .param("key", pairing)
                .update();
    }

    private void record(String population, String feed, String key, String attributes) {
        jdbc.sql("""
                        insert into mapping.source_record as r
                            (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
                        values (:population, :feed, :key, false, now(), 1, 1, :attributes::json)
                        on conflict (feed, source_key) do update
                        set attributes = case excluded.attributes::text when '{}' then r.attributes else excluded.attributes end""")
                .param("population", population)
                .param("feed", feed)
                .param("key", key)
                .param("attributes", attributes)
                .update();
    }

    /** A child's file as it stands. */
    void child(
            String person, @Nullable String idNumber, String division, String born, boolean onRoster, String... kinds) {
        jdbc.sql("update versions.child_version set superseded_at = now() where person_id = :person")
                .param("person", person)
                .update();
        jdbc.sql("""
                        insert into versions.child_version (person_id, version, id_number_index, residence_division,
                            birth_date, on_roster, kinds, feeds, changed, provenance, conflicts, content_hash, valid_from,
                            recorded_at, run_id)
                        select :person, count(*) + 1, :index, :division, :born::date, :onRoster, :kinds, '{}', '{}', '{}',
                               '[]', '', '2025-11-01', now(), 'r'
                        from versions.child_version where person_id = :person""")
                .param("person", person)
                .param("index", idNumber == null ? null : keys.of("id_number", idNumber), java.sql.Types.BINARY)
                .param("division", division)
                .param("born", born)
                .param("onRoster", onRoster)
                .param("kinds", kinds)
                .update();
    }

    /** A volunteer's file as it stands. */
    void volunteer(String person, String division, boolean inPost, int capacity, String... skills) {
        jdbc.sql("update versions.volunteer_version set superseded_at = now() where person_id = :person")
                .param("person", person)
                .update();
        jdbc.sql("""
                        insert into versions.volunteer_version (person_id, version, division, in_post, capacity, skills,
                            birth_date, feeds, changed, provenance, conflicts, content_hash, valid_from, recorded_at, run_id)
                        select :person, count(*) + 1, :division, :inPost, :capacity, :skills, '1980-01-01', '{}', '{}', '{}',
                               '[]', '', '2025-11-01', now(), 'r'
                        from versions.volunteer_version where person_id = :person""")
                .param("person", person)
                .param("division", division)
                .param("inPost", inPost)
                .param("capacity", capacity)
                .param("skills", skills)
                .update();
    }

    /** The volunteers feed says when she was last checked for criminal records. */
    void checked(String key, String day) {
        jdbc.sql("""
                        update mapping.source_record
                        set attributes = (attributes::jsonb || jsonb_build_object('background_check_on', :day))::json
                        where feed = 'volunteers' and source_key = :key""").param("day", day).param("key", key).update();
    }

    /** Something that shows who belongs together, as if it were taken from the file that stands. */
    void marked(String person, String kind, String value) {
        jdbc.sql("insert into pairing.mark (person_id, kind, mark) values (:person, :kind, :mark)")
                .param("person", person)
                .param("kind", kind)
                .param("mark", keys.of(kind.equals("parent") ? "id_number" : kind, value))
                .update();
        jdbc.sql("insert into pairing.marked (person_id, version) values (:person, 1)")
                .param("person", person)
                .update();
    }

    /** One person turned out to be another. */
    void retired(String person, String into) {
        jdbc.sql("update linkage.person set retired_into = :into where person_id = :person")
                .param("person", person)
                .param("into", into)
                .update();
        jdbc.sql("update linkage.membership set person_id = :into where person_id = :person")
                .param("person", person)
                .param("into", into)
                .update();
        changed("joined", into, person);
        changed("retired", person, into);
    }

    /** One person who had turned out to be another is not, after all: a record is its own again. */
    void revived(String person, String from, String rosterNumber) {
        jdbc.sql("update linkage.person set retired_into = null where person_id = :person")
                .param("person", person)
                .update();
        linked("civil-affairs", rosterNumber, person);
        changed("split", from, person);
    }

    /** A line of the identity log. */
    void changed(String kind, String person, String other) {
        jdbc.sql("""
                        insert into linkage.identity_change (at, run_id, kind, person_id, other_id)
                        values (now(), 'r', :kind, :person, :other)""")
                .param("kind", kind)
                .param("person", person)
                .param("other", other)
                .update();
    }

    /** An open call for help. */
    void called(String id, String child, @Nullable String pairing) {
        jdbc.sql("""
                        insert into wakeup.wakeup (wakeup_id, child_id, pairing_id, kind, origin, caller, at, day, digest)
                        values (:id, :child, :pairing, 'HARDSHIP', 'api', 'app', now(), '2025-11-20', '')""")
                .param("id", id)
                .param("child", child)
                .param("pairing", pairing, Types.VARCHAR)
                .update();
    }

    /** A duty of a pairing. */
    void owed(String pairing, String kind, String from, String to, String state) {
        jdbc.sql("insert into care.duty values (:pairing, :kind, :from::date, :to::date, :state, null, null)")
                .param("pairing", pairing)
                .param("kind", kind)
                .param("from", from)
                .param("to", to)
                .param("state", state)
                .update();
    }

    void pair(String day) {
        transaction.executeWithoutResult(status -> new Registry(database, keys).update("test", LocalDate.parse(day)));
    }

    /** Proposes by the rules of the program. */
    Plan propose(String day) {
        Problems problems = new Problems();
        PairingRules rules = PairingRules.read(Path.of("mappings"), problems);
        problems.raise();
        return Objects.requireNonNull(transaction.execute(
                status -> new Proposals(database, keys, rules).propose(LocalDate.parse(day), Optional.empty())));
    }

    List<String> pairings() {
        return rows(
                "pairing_id, coalesce(child_id, '?'), coalesce(volunteer_id, '?'), state, since, until from mart.pairing");
    }

    /** Rows as text, in the order of their text. */
    List<String> rows(String columns) {
        return jdbc
                .sql("select row from (select concat_ws(' ', " + columns.replace(" from ", ") as row from ")
                        + ") rows order by row collate \"C\"")
                .query(String.class)
                .list()
                .stream()
                .map(keys::clear)
                .toList();
    }
}
