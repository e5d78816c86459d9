package org.childfile.files.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.erasure.Outranked;
import org.childfile.access.privacy.KeyTokens;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.KeysUnusable;
import org.childfile.files.identity.PersonRecords;
import org.childfile.files.identity.TouchedPersons;
import org.childfile.files.merge.Corrected;
import org.childfile.files.merge.Merger;
import org.childfile.files.merge.Profile;
import org.childfile.files.merge.Survivorship;
import org.childfile.files.setaside.RecordCheck;
import org.childfile.files.setaside.SetAside;
import org.childfile.files.setaside.SetAsideStore;
import org.childfile.files.versions.VersionStore.Fresh;
import org.childfile.files.versions.VersionStore.Stale;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.SourceKey;
import org.springframework.dao.DataAccessException;

/**
 * Merges the touched persons of one population and writes what their files say now ({@link Timeline}).
 *
 * <p>Over 250 lines, because a person that fails must leave no trace in what the others share.
 */
public final class VersionStage {

    private final DataSource dataSource;
    private final Keyring keys;
    private final Survivorship survivorship;

    public VersionStage(DataSource dataSource, Keyring keys, Survivorship survivorship) {
        this.keys = keys;
        this.dataSource = dataSource;
        this.survivorship = survivorship;
    }

    /** A run as versions carry it: the day it stands for, and when it recorded what it found. */
    public record Recording(String run, LocalDate day, Instant recordedAt) {}

    /** Runs in its caller's transaction. */
    public VersionReport write(Population population, Recording recording, LongConsumer progress) {
        return write(population, recording, progress, seen -> {});
    }

    /** The same; {@code touch} is told the id of each person that was looked at. */
    public VersionReport write(
            Population population, Recording recording, LongConsumer progress, Consumer<String> touch) {
        Writing writing = writing(population, recording, progress);
        TouchedPersons touched = new TouchedPersons(dataSource, keys);
        Set<String> seen = new HashSet<>();
        touched.each(population, batch -> {
            batch.forEach(person -> seen.add(person.personId()));
            writing.batch(batch);
        });
        touched.clear(population, writing.failed.keySet());
        new SetAsideStore(dataSource)
                .settle(stage(population), recording.run(), writing.failed.values(), seen::contains);
        seen.forEach(touch);
        return writing.report();
    }

    /** Merges one person anew, because what persons say of it changed. Runs in its caller's transaction. */
    public VersionReport rewrite(Population population, String personId, Recording recording) {
        Writing writing = writing(population, recording, done -> {});
        writing.batch(List.of(new TouchedPersons(dataSource, keys).of(personId)));
        writing.failed.values().stream().findFirst().ifPresent(aside -> {
            throw new IllegalStateException("the file of " + personId + " cannot be merged: " + aside.reason() + " in "
                    + aside.field() + " of " + aside.record()
                    + ". Let the department mend the record, and run the night again");
        });
        return writing.report();
    }

    private static String stage(Population population) {
        return population == Population.CHILD ? "merge children" : "merge volunteers";
    }

    private Writing writing(Population population, Recording asked, LongConsumer progress) {
        VersionStore store = new VersionStore(dataSource, keys, population);
        Recording recording = inOrder(asked, store.lastMoment());
        return new Writing(
                store,
                new Merger(survivorship, population),
                new Corrections(dataSource, keys),
                keys,
                new RecordCheck(population, keys.tokens()),
                recording,
                progress);
    }

    /** What is recorded now follows all that was: also when the clock has gone back since. */
    private static Recording inOrder(Recording asked, Optional<Instant> last) {
        return last.filter(moment -> !moment.isBefore(asked.recordedAt()))
                .map(moment -> new Recording(asked.run(), asked.day(), moment.plus(1, ChronoUnit.MICROS)))
                .orElse(asked);
    }

    /**
     * What is to be written of one person, and what that said of others.
     *
     * @param failed why it keeps the versions that it has
     * @param settled corrections that feeds say themselves by now
     * @param outranked by correction the records that say otherwise
     */
    private record Outcome(
            List<VersionRow> fresh,
            List<Stale> stale,
            Optional<Refreshed> refreshed,
            boolean ended,
            Optional<SetAside> failed,
            List<Long> settled,
            Map<Long, List<SourceKey>> outranked) {

        static final Outcome NONE =
                new Outcome(List.of(), List.of(), Optional.empty(), false, Optional.empty(), List.of(), Map.of());

        static Outcome failed(SetAside why) {
            return new Outcome(List.of(), List.of(), Optional.empty(), false, Optional.of(why), List.of(), Map.of());
        }

        static Outcome ended(List<Stale> stale) {
            return new Outcome(List.of(), stale, Optional.empty(), true, Optional.empty(), List.of(), Map.of());
        }
    }

    /** A person's records merged and corrected. */
    private record Merged(Profile profile, List<Long> settled, Map<Long, List<SourceKey>> outranked) {}

    /** A version that says what it said, by other records. */
    private record Refreshed(String person, int version, Profile profile) {}

    private static final class Writing {
        private final VersionStore store;
        private final Merger merger;
        private final RecordCheck check;
        private final Corrections corrections;
        private final Map<String, List<Correction>> inForce;
        private final List<Long> settled = new ArrayList<>();
        private final Map<Long, List<SourceKey>> outranked = new HashMap<>();
        private final Keyring keys;
        private final KeyTokens tokens;
        private final Recording recording;
        private final LongConsumer progress;
        /** Persons who keep the versions that they have, by id. */
        private final Map<String, SetAside> failed = new TreeMap<>();

        private long persons;
        private long written;
        private long ended;

        Writing(
                VersionStore store,
                Merger merger,
                Corrections corrections,
                Keyring keys,
                RecordCheck check,
                Recording recording,
                LongConsumer progress) {
            this.check = check;
            this.store = store;
            this.merger = merger;
            this.corrections = corrections;
            this.inForce = corrections.inForce();
            this.keys = keys;
            this.tokens = keys.tokens();
            this.recording = recording;
            this.progress = progress;
        }

        /** Persons know nothing of each other: they are worked on side by side, and written in their order. */
        void batch(List<PersonRecords> batch) {
            Map<String, Recorded> recorded =
                    store.recorded(batch.stream().map(PersonRecords::personId).toList());
            List<Outcome> outcomes = batch.parallelStream()
                    .map(person -> work(person, recorded.getOrDefault(person.personId(), Recorded.NOTHING)))
                    .toList();
            List<VersionRow> fresh = new ArrayList<>();
            List<Stale> stale = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                fresh.addAll(outcome.fresh());
                stale.addAll(outcome.stale());
                outcome.refreshed()
                        .ifPresent(now -> store.refreshSources(
                                now.person(), now.version(), now.profile(), recording.recordedAt()));
                outcome.failed().ifPresent(why -> failed.put(why.subject(), why));
                settled.addAll(outcome.settled());
                outranked.putAll(outcome.outranked());
                ended += outcome.ended() ? 1 : 0;
            }
            store.supersede(stale, recording.recordedAt());
            store.append(fresh, recording.recordedAt(), recording.run());
            persons += batch.size();
            written += fresh.size();
            progress.accept(persons);
        }

        /** What is to be written of a person. */
        private Outcome work(PersonRecords person, Recorded file) {
            Optional<SetAside> flaw = person.records().stream()
                    .flatMap(record -> check.of(record).stream())
                    .findFirst();
            if (flaw.isPresent()) {
                return Outcome.failed(flaw.get().forPerson(person.personId()));
            }
            try {
                return person.records().isEmpty() ? end(person.personId(), file) : go(person, file);
            } catch (KeysUnusable | DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                return Outcome.failed(SetAside.unexpected(person.personId(), null, e));
            }
        }

        /** What the feeds say of a person, corrected by what persons proved. */
        private Merged merged(PersonRecords person) {
            Profile plain = merger.merge(person.records());
            List<Correction> said = inForce.getOrDefault(person.personId(), List.of());
            if (said.isEmpty()) {
                return new Merged(plain.withSources(tokens::stored), List.of(), Map.of());
            }
            Corrected corrected = Corrected.of(plain, said);
            Map<Long, List<SourceKey>> otherwise = new HashMap<>();
            said.forEach(each -> otherwise.put(each.number(), outranked(person, each)));
            return new Merged(corrected.profile().withSources(tokens::stored), corrected.settled(), otherwise);
        }

        /** The records that say otherwise, as they stand in the tables. */
        private List<SourceKey> outranked(PersonRecords person, Correction correction) {
            Object proved = correction.value();
            return proved == null
                    ? List.of()
                    : person.records().stream()
                            .filter(record -> !record.withdrawn())
                            .filter(record -> Outranked.says(record.attributes().get(correction.attribute()), proved))
                            .map(record -> tokens.stored(record.key()))
                            .toList();
        }

        VersionReport report() {
            store.refreshStatistics(written);
            corrections.settle(settled, recording.run());
            corrections.outrank(outranked);
            return new VersionReport(persons, written, ended);
        }

        private static Outcome end(String person, Recorded file) {
            return file.ended()
                    ? Outcome.NONE
                    : Outcome.ended(file.rows().stream()
                            .map(row -> new Stale(person, row.version()))
                            .toList());
        }

        private Outcome go(PersonRecords of, Recorded file) {
            String person = of.personId();
            Merged merged = merged(of);
            Profile now = merged.profile();
            if (file.says(contentHash(now))) {
                Refreshed refreshed =
                        new Refreshed(person, file.rows().getLast().version(), now);
                return new Outcome(
                        List.of(),
                        List.of(),
                        Optional.of(refreshed),
                        false,
                        Optional.empty(),
                        merged.settled(),
                        merged.outranked());
            }
            List<Period> standing = file.periods();
            List<Period> periods = Timeline.after(standing, now, recording.day());
            List<Period> kept = file.ended() ? List.of() : kept(standing, periods);
            List<VersionRow> fresh = new ArrayList<>();
            List<Stale> stale = new ArrayList<>();
            int version = file.last();
            for (Period period : periods) {
                if (kept.stream().noneMatch(period::spans)) {
                    List<String> changed =
                            ProfileComparison.differing(Timeline.on(standing, period.from()), period.profile());
                    fresh.add(store.row(new Fresh(person, ++version, period, contentHash(period.profile()), changed)));
                }
            }
            if (!file.ended()) {
                file.rows().stream()
                        .filter(row ->
                                kept.stream().noneMatch(each -> each.from().equals(row.from())))
                        .forEach(row -> stale.add(new Stale(person, row.version())));
            }
            return new Outcome(
                    fresh, stale, Optional.empty(), false, Optional.empty(), merged.settled(), merged.outranked());
        }

        /** The keyed digest of what a version says: its values and the feeds that speak, not where each value comes from. */
        private byte[] contentHash(Profile profile) {
            return keys.digest(ProfileJson.content(profile));
        }

        /** The standing periods that say on all their days what they said. */
        private static List<Period> kept(List<Period> standing, List<Period> periods) {
            return standing.stream()
                    .filter(old -> periods.stream()
                            .anyMatch(period ->
                                    period.spans(old) && ProfileComparison.same(period.profile(), old.profile())))
                    .toList();
        }
    }
}
