package org.childfile.access.erasure;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.erasure.Erasure.Doomed;
import org.childfile.access.erasure.Erasure.Kept;
import org.childfile.access.erasure.Erasure.Request;
import org.childfile.access.privacy.Subject;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a person from the tables of every stage: each room says in its own statements what that means. Every method runs in its
 * caller's transaction.
 */
final class ErasureStore {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /** What each room does to a person that is forgotten, in the order in which its tables depend on each other. */
    private static final List<String> OF_PERSONS = List.of(
            "care/help/erase-persons",
            "care/pairing/erased-pairings",
            "care/duties/erase-pairings",
            "care/pairing/erase-pairings",
            "care/pairing/erase-persons",
            "care/rectification/erase-persons",
            "access/audit/erase-persons",
            "access/erasure/erase-persons",
            "files/digitalfile/erase-persons",
            "files/setaside/erase-persons",
            "files/identity/erase-persons");

    private final JdbcClient jdbc;
    private final TombstoneStore records;

    ErasureStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new TombstoneStore(dataSource);
    }

    /** Fills the working table of the ids that are the person. */
    void name(String person) {
        jdbc.sql("create temporary table if not exists erased_person (person_id text primary key) on commit drop")
                .update();
        jdbc.sql("create temporary table if not exists erased_pairing (pairing_id text primary key) on commit drop")
                .update();
        jdbc.sql(SqlFiles.read("files/identity/erased-persons"))
                .param("person", person)
                .update();
    }

    /** Whether a report of abuse is open about the person, under whichever of the ids. */
    boolean reportOpen() {
        return jdbc.sql(SqlFiles.read("care/help/report-open"))
                .query(Boolean.class)
                .single();
    }

    /**
     * The person under each id, the calls for help about it, and its pairings.
     *
     * @param proof whether pairings and care are kept, because they must be proved
     */
    List<Subject> subjects(boolean proof) {
        List<Subject> subjects = new ArrayList<>();
        jdbc.sql(SqlFiles.read("access/erasure/subjects")).param("proof", proof).query(row -> {
            String name = row.getString("name");
            subjects.add(
                    switch (row.getString("kind")) {
                        case "person" -> Subject.person(name);
                        case "call" -> Subject.call(name);
                        case "pairing" -> Subject.pairing(name);
                        default -> Subject.application(name);
                    });
        });
        return subjects;
    }

    /** The pulls of the feeds of some records that came as one file, which goes with them. */
    List<Long> documents(List<Doomed> doomed) {
        return jdbc.sql("""
                        select d.pull_id from landing.document d join landing.pull p on p.pull_id = d.pull_id
                        where p.feed = any (:feeds)""")
                .param(
                        "feeds",
                        doomed.stream()
                                .map(each -> each.key().feed())
                                .distinct()
                                .toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** In how many rows of a table that a law bids to keep the person is named. */
    long named(KeptByLaw.Place place) {
        return jdbc.sql("select count(*) from " + place.table() + " t join erased_person e on e.person_id = t."
                        + place.column())
                .query(Long.class)
                .single();
    }

    void empty(List<Doomed> doomed, Tombstones tombstones, byte[] blank, boolean retain) {
        records.workingTable();
        for (Doomed each : doomed) {
            jdbc.sql("insert into erased_record values (:record, :feed, :key, :token)")
                    .param("record", each.recordId())
                    .param("feed", each.key().feed())
                    .param("key", each.key().key())
                    .param("token", tombstones.token(each.key()))
                    .update();
        }
        records.emptyRecords(blank, retain);
    }

    void eraseVerdicts(String actor) {
        jdbc.sql(SqlFiles.read("files/identity/erase-verdicts"))
                .param("actor", actor)
                .update();
    }

    int eraseVersions() {
        return jdbc.sql(SqlFiles.read("files/versions/erase-persons"))
                .query(Integer.class)
                .single();
    }

    /** @param proof whether pairings and care are kept, because they must be proved */
    void erasePerson(String person, boolean proof) {
        for (String statement : OF_PERSONS) {
            jdbc.sql(SqlFiles.read(statement))
                    .param("person", person)
                    .param("proof", proof)
                    .update();
        }
        // Whoever follows the changes drops the copies that it made under any of the ids.
        jdbc.sql("""
                        select versions.tell_erased(
                            case left(e.person_id, 1) when 'V' then 'volunteer' else 'child' end, e.person_id)
                        from erased_person e""").query(done -> {});
    }

    long write(Request request, boolean refused, int erased, int versions, List<Kept> kept) {
        return jdbc.sql("""
                        insert into subject.erasure
                            (person_id, reason, actor, at, refused, records, versions, kept)
                        values (:person, :reason, :actor, now(), :refused, :records, :versions, :kept::jsonb)
                        returning erasure_id""")
                .param("person", request.personId())
                .param("reason", request.reason().written())
                .param("actor", request.actor())
                .param("refused", refused)
                .param("records", erased)
                .param("versions", versions)
                .param("kept", MAPPER.writeValueAsString(kept))
                .query(Long.class)
                .single();
    }
}
