package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.ingest.mapping.SourceRecords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The persons that linkage touched, as the next stage sees them. */
public final class TouchedPersons {

    private static final int BATCH = 2000;

    private final SourceRecords sourceRecords;
    private final JdbcClient jdbc;

    public TouchedPersons(DataSource dataSource, Keyring keys) {
        this.sourceRecords = new SourceRecords(dataSource, keys);
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Hands out the touched persons of a population in batches, by id. */
    public void each(Population population, Consumer<List<PersonRecords>> consumer) {
        Batch batch = new Batch(consumer);
        sourceRecords.streamRows(
                "select " + SourceRecords.COLUMNS + """
                , t.person_id
                from linkage.touched_person t
                left join linkage.membership m on m.person_id = t.person_id
                left join mapping.source_record r on r.record_id = m.record_id
                where t.population = ?
                order by t.person_id""",
                row -> batch.add(
                        row.getString(9), row.getString(2) == null ? List.of() : List.of(sourceRecords.read(row))),
                population.written());
        batch.finish();
    }

    /** The records of one person, touched or not; none for an id that was never given, or is retired. */
    public PersonRecords of(String personId) {
        List<SourceRecord> records = new ArrayList<>();
        sourceRecords.stream("select " + SourceRecords.COLUMNS + """
                 from linkage.membership m
                join mapping.source_record r on r.record_id = m.record_id
                where m.person_id = ?
                order by r.feed, r.source_key""", records::add, personId);
        return new PersonRecords(personId, records);
    }

    /** Ends the touched state of a population's persons, but of those who are to be worked on again. */
    public void clear(Population population, Collection<String> but) {
        jdbc.sql("delete from linkage.touched_person where population = :population and person_id <> all (:but)")
                .param("population", population.written())
                .param("but", but.toArray(String[]::new))
                .update();
    }

    /** Gathers rows to persons and persons to batches. */
    private static final class Batch {
        private final Consumer<List<PersonRecords>> consumer;
        private final List<PersonRecords> persons = new ArrayList<>();
        private final List<SourceRecord> records = new ArrayList<>();
        private String person = "";

        Batch(Consumer<List<PersonRecords>> consumer) {
            this.consumer = consumer;
        }

        void add(String personId, List<SourceRecord> record) {
            if (!personId.equals(person)) {
                endPerson();
                person = personId;
            }
            records.addAll(record);
        }

        void finish() {
            endPerson();
            if (!persons.isEmpty()) {
                consumer.accept(List.copyOf(persons));
            }
        }

        private void endPerson() {
            if (!person.isEmpty()) {
                // A token sorts otherwise than the key that it stands for.
                records.sort(Comparator.comparing(SourceRecord::key));
                persons.add(new PersonRecords(person, records));
                records.clear();
            }
            if (persons.size() == BATCH) {
                consumer.accept(List.copyOf(persons));
                persons.clear();
            }
        }
    }
}
