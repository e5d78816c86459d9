package org.childfile.care.pairing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.files.setaside.RecordCheck;
import org.childfile.files.setaside.SetAside;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables of listed pairings. Every method runs in its caller's transaction. */
final class ListingStore {

    private static final String CHANGED = "select " + SourceRecords.COLUMNS + """
             from mapping.source_record r join mapping.changed_record c using (record_id)
            where r.population = ? order by r.record_id""";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SourceRecords records;
    private final Keyring keys;

    ListingStore(DataSource dataSource, Keyring keys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new SourceRecords(dataSource, keys);
        this.keys = keys;
    }

    /**
     * What changed in the feed since the last call.
     *
     * @param failed records that cannot be read as listings; they are looked at again by the next call
     * @param seen the subjects of all of them
     */
    record Changed(List<Listing> listings, List<SetAside> failed, Set<String> seen) {}

    Changed changed() {
        Changed changed = new Changed(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        RecordCheck check = new RecordCheck(Population.PAIRING, keys.tokens());
        List<Long> again = new ArrayList<>();
        records.stream(
                CHANGED,
                record -> {
                    SourceKey stored = keys.tokens().stored(record.key());
                    changed.seen().add(SetAside.subject(stored));
                    Optional<SetAside> flaw = check.of(record);
                    if (flaw.isPresent()) {
                        changed.failed().add(flaw.get());
                        again.add(record.recordId());
                    } else {
                        changed.listings().add(Listing.of(record, keys));
                    }
                },
                Population.PAIRING.written());
        jdbc.sql("delete from mapping.changed_record where population = :population and record_id <> all (:again)")
                .param("population", Population.PAIRING.written())
                .param("again", again.toArray(Long[]::new))
                .update();
        return changed;
    }

    /** Writes listings and their supporters in the place of what stood there. */
    void write(List<Listing> listings, LocalDate day) {
        if (listings.isEmpty()) {
            return;
        }
        jdbc.sql(SqlFiles.read("care/pairing/listed")).update();
        copyListings(listings);
        jdbc.sql(SqlFiles.read("care/pairing/list")).param("day", day).update();
        jdbc.sql("delete from pairing.supporter s using listed l where s.pairing_id = l.pairing_id")
                .update();
        copySupporters(listings);
    }

    private void copyListings(List<Listing> listings) {
        try (CopyWriter copy = copy(
                "listed",
                "record_id",
                "pairing_id",
                "withdrawn",
                "volunteer_key",
                "roster_key",
                "person_key",
                "id_number_index",
                "started_on",
                "ended_on",
                "end_reason")) {
            for (Listing listing : listings) {
                copy.row()
                        .bigint(listing.recordId())
                        .text(listing.pairingId())
                        .flag(listing.withdrawn())
                        .text(listing.volunteerKey())
                        .text(listing.rosterKey())
                        .text(listing.personKey())
                        .bytea(listing.idNumberIndex())
                        .date(date(listing.startedOn()))
                        .date(date(listing.endedOn()))
                        .text(listing.endReason());
            }
            copy.finish();
        }
    }

    private void copySupporters(List<Listing> listings) {
        try (CopyWriter copy = copy("pairing.supporter", "pairing_id", "number", "role", "name", "phone")) {
            for (Listing listing : listings) {
                int number = 0;
                for (Listing.Supporter supporter : listing.supporters()) {
                    copy.row()
                            .text(listing.pairingId())
                            .integer(++number)
                            .text(supporter.role())
                            .text(supporter.name())
                            .text(supporter.phone());
                }
            }
            copy.finish();
        }
    }

    /** Whether any pairing may mean others because of what changed in this transaction. */
    boolean concerned(String run, Set<String> children, boolean volunteers) {
        return jdbc.sql(SqlFiles.read("care/pairing/concerned"))
                .param("run", run)
                .param("children", children.toArray(String[]::new))
                .param("volunteers", volunteers)
                .query(Boolean.class)
                .single();
    }

    /** Keeps how pairings stand, in a working table. */
    void remember() {
        jdbc.sql(SqlFiles.read("care/pairing/remember")).update();
    }

    /** What is otherwise than it was kept. */
    Registry.Changed changes() {
        Set<String> pairings = new HashSet<>();
        Set<String> children = new HashSet<>();
        jdbc.sql(SqlFiles.read("care/pairing/changes")).query(row -> {
            pairings.add(row.getString("pairing_id"));
            Stream.of(row.getString("was"), row.getString("child_id"))
                    .filter(Objects::nonNull)
                    .forEach(children::add);
        });
        return new Registry.Changed(pairings, children);
    }

    /** Runs a statement of this package for a day. */
    void run(String statement, LocalDate day) {
        jdbc.sql(SqlFiles.read("care/pairing/" + statement))
                .param("day", day)
                .param("volunteers", Listing.VOLUNTEERS)
                .param("roster", Listing.ROSTER)
                .param("population", Listing.POPULATION)
                .update();
    }

    private CopyWriter copy(String table, String... columns) {
        return CopyWriter.into(DataSourceUtils.getConnection(dataSource), table, columns);
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
