package org.childfile.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.erasure.Erasure;
import org.childfile.access.erasure.Erasure.Doomed;
import org.childfile.access.erasure.Erasure.Keep;
import org.childfile.access.erasure.Erasure.Outcome;
import org.childfile.access.erasure.Erasure.Reason;
import org.childfile.access.erasure.Erasure.Request;
import org.childfile.access.erasure.Tombstones;
import org.childfile.access.privacy.KeyTokens;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.identity.TouchedPersons;
import org.childfile.ingest.landing.ForgottenRecords;
import org.childfile.ingest.landing.RetainedContentStore;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.ingest.mapping.SourceRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets persons, in one transaction each, while no run goes on. */
@Component
public class Forgetting {

    private final SourceRecords records;
    private final TouchedPersons persons;
    private final Erasure erasure;
    private final RunStore store;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final Keyring keys;

    Forgetting(
            DataSource dataSource,
            Keyring keys,
            Tombstones tombstones,
            RunStore store,
            Runs runs,
            PlatformTransactionManager transactions) {
        this.records = new SourceRecords(dataSource, keys);
        this.persons = new TouchedPersons(dataSource, keys);
        this.erasure = new Erasure(
                dataSource,
                tombstones,
                keys,
                new RetainedContentStore(dataSource, keys)::retain,
                ForgottenRecords.hashOfEmpty(keys));
        this.keys = keys;
        this.store = store;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What forgetting a person would erase.
     *
     * @param own the person's records
     * @param about records of pairings and of care that are about a child
     */
    public record Plan(String personId, List<SourceRecord> own, List<SourceRecord> about) {
        public Plan {
            own = List.copyOf(own);
            about = List.copyOf(about);
        }

        /** The id numbers by which the person's records are known, also under another key. */
        Set<String> numbers() {
            return own.stream()
                    .map(record -> record.sound("id_number"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Empty for an id under which nobody lives. */
    public Optional<Plan> plan(String id) {
        return transaction.execute(status -> store.livesAs(id).map(this::planOf));
    }

    /**
     * Forgets a person; empty for an id under which nobody lives. What is erased is committed first; then the keys of what was
     * sealed of the person are destroyed outside the database, at the next start if not now.
     */
    public Optional<Outcome> forget(String id, Reason reason, String actor, Set<Keep> keep) {
        return runs.locked(() -> {
            keys.refresh();
            Optional<Outcome> outcome = erase(id, reason, actor, keep);
            keys.destroyDoomed();
            return outcome;
        });
    }

    private Optional<Outcome> erase(String id, Reason reason, String actor, Set<Keep> keep) {
        return transaction.execute(status -> store.livesAs(id)
                .map(this::planOf)
                .map(plan -> erasure.erase(new Request(
                        plan.personId(),
                        reason,
                        actor,
                        keep,
                        doomed(plan.own()),
                        doomed(plan.about()),
                        plan.numbers()))));
    }

    private Plan planOf(String person) {
        List<SourceRecord> own = persons.of(person).records();
        List<SourceRecord> about = person.startsWith("C") ? about(new Plan(person, own, List.of())) : List.of();
        return new Plan(person, own, about);
    }

    /** A pairing names the child by its id number or its number on the roster; what was done in it names the pairing. */
    private List<SourceRecord> about(Plan plan) {
        Set<String> names = new HashSet<>(plan.numbers());
        plan.own().forEach(record -> names.add(record.key().key()));
        List<SourceRecord> about = new ArrayList<>();
        Set<String> pairings = new HashSet<>();
        each(Population.PAIRING, record -> {
            if (names.contains(String.valueOf(record.text("child_id_number")))
                    || names.contains(String.valueOf(record.text("roster_number")))) {
                about.add(record);
                pairings.add(String.valueOf(record.text("pairing_number")));
            }
        });
        each(Population.CARE, record -> {
            if (pairings.contains(String.valueOf(record.text("pairing_number")))) {
                about.add(record);
            }
        });
        return about;
    }

    private void each(Population population, java.util.function.Consumer<SourceRecord> consumer) {
        records.stream(
                "select " + SourceRecords.COLUMNS + " from mapping.source_record r where r.population = ?",
                consumer,
                population.written());
    }

    private List<Doomed> doomed(List<SourceRecord> records) {
        KeyTokens tokens = keys.tokens();
        return records.stream()
                .map(record -> new Doomed(record.recordId(), tokens.stored(record.key())))
                .toList();
    }
}
