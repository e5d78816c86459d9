package org.childfile.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.kernel.SourceKey;
import org.childfile.linkage.PersonRecords;
import org.childfile.linkage.TouchedPersons;
import org.childfile.mapping.Population;
import org.childfile.merge.Corrected;
import org.childfile.merge.Merger;
import org.childfile.merge.Profile;
import org.childfile.merge.Survivorship;
import org.childfile.privacy.KeyTokens;
import org.childfile.privacy.Keyring;
import org.childfile.subject.Correction;
import org.childfile.subject.Corrections;
import org.childfile.subject.Outranked;
import org.childfile.versions.VersionStore.Fresh;
import org.childfile.versions.VersionStore.Stale;

/** Merges the touched persons of one population and writes what their files say now ({@link Timeline}). */
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
        Writing writing = writing(population, recording, progress);
        TouchedPersons touched = new TouchedPersons(dataSource, keys);
        touched.each(population, writing::batch);
        touched.clear(population);
        return writing.report();
    }

    /** Merges one person anew, because what persons say of it changed. Runs in its caller's transaction. */
    public VersionReport rewrite(Population population, String personId, Recording recording) {
        Writing writing = writing(population, recording, done -> {});
        writing.batch(List.of(new TouchedPersons(dataSource, keys).of(personId)));
        return writing.report();
    }

    private Writing writing(Population population, Recording recording, LongConsumer progress) {
        return new Writing(
                new VersionStore(dataSource, keys, population),
                new Merger(survivorship, population),
                new Corrections(dataSource, keys),
                keys,
                recording,
                progress);
    }

    private static final class Writing {
        private final VersionStore store;
        private final Merger merger;
        private final Corrections corrections;
        private final Map<String, List<Correction>> inForce;
        private final List<Long> settled = new ArrayList<>();
        private final Map<Long, List<SourceKey>> outranked = new HashMap<>();
        private final Keyring keys;
        private final KeyTokens tokens;
        private final Recording recording;
        private final LongConsumer progress;
        private long persons;
        private long written;
        private long ended;

        Writing(
                VersionStore store,
                Merger merger,
                Corrections corrections,
                Keyring keys,
                Recording recording,
                LongConsumer progress) {
            this.store = store;
            this.merger = merger;
            this.corrections = corrections;
            this.inForce = corrections.inForce();
            this.keys = keys;
            this.tokens = keys.tokens();
            this.recording = recording;
            this.progress = progress;
        }

        void batch(List<PersonRecords> batch) {
            Map<String, Recorded> recorded =
                    store.recorded(batch.stream().map(PersonRecords::personId).toList());
            List<Fresh> fresh = new ArrayList<>();
            List<Stale> stale = new ArrayList<>();
            for (PersonRecords person : batch) {
                Recorded file = recorded.getOrDefault(person.personId(), Recorded.NOTHING);
                if (person.records().isEmpty()) {
                    end(person.personId(), file, stale);
                } else {
                    go(person.personId(), file, profile(person).withSources(tokens::stored), fresh, stale);
                }
            }
            store.supersede(stale, recording.recordedAt());
            store.append(fresh, recording.recordedAt(), recording.run());
            persons += batch.size();
            written += fresh.size();
            progress.accept(persons);
        }

        /** What the feeds say of a person, corrected by what persons proved. */
        private Profile profile(PersonRecords person) {
            Profile plain = merger.merge(person.records());
            List<Correction> said = inForce.getOrDefault(person.personId(), List.of());
            if (said.isEmpty()) {
                return plain;
            }
            Corrected corrected = Corrected.of(plain, said);
            settled.addAll(corrected.settled());
            said.forEach(each -> outranked.put(each.number(), outranked(person, each)));
            return corrected.profile();
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
            corrections.settle(settled, recording.run());
            corrections.outrank(outranked);
            return new VersionReport(persons, written, ended);
        }

        private void end(String person, Recorded file, List<Stale> stale) {
            if (!file.ended()) {
                file.rows().forEach(row -> stale.add(new Stale(person, row.version())));
                ended++;
            }
        }

        private void go(String person, Recorded file, Profile now, List<Fresh> fresh, List<Stale> stale) {
            if (file.says(contentHash(now))) {
                store.refreshSources(person, file.rows().getLast().version(), now);
                return;
            }
            List<Period> standing = file.periods();
            List<Period> periods = Timeline.after(standing, now, recording.day());
            List<Period> kept = file.ended() ? List.of() : kept(standing, periods);
            int version = file.last();
            for (Period period : periods) {
                if (kept.stream().noneMatch(period::spans)) {
                    List<String> changed = Said.differing(Timeline.on(standing, period.from()), period.profile());
                    fresh.add(new Fresh(person, ++version, period, contentHash(period.profile()), changed));
                }
            }
            if (!file.ended()) {
                file.rows().stream()
                        .filter(row ->
                                kept.stream().noneMatch(each -> each.from().equals(row.from())))
                        .forEach(row -> stale.add(new Stale(person, row.version())));
            }
        }

        /** The keyed digest of what a version says: its values and the feeds that speak, not where each value comes from. */
        private byte[] contentHash(Profile profile) {
            return keys.digest(ProfileJson.content(profile));
        }

        /** The standing periods that say on all their days what they said. */
        private static List<Period> kept(List<Period> standing, List<Period> periods) {
            return standing.stream()
                    .filter(old -> periods.stream()
                            .anyMatch(period -> period.spans(old) && Said.same(period.profile(), old.profile())))
                    .toList();
        }
    }
}
