package org.childfile.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.linkage.PersonRecords;
import org.childfile.linkage.TouchedPersons;
import org.childfile.mapping.Population;
import org.childfile.merge.Merger;
import org.childfile.merge.Profile;
import org.childfile.merge.Survivorship;
import org.childfile.privacy.KeyTokens;
import org.childfile.privacy.Keyring;
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
        Writing writing = new Writing(
                new VersionStore(dataSource, keys, population),
                new Merger(survivorship, population),
                keys,
                recording,
                progress);
        TouchedPersons touched = new TouchedPersons(dataSource, keys);
        touched.each(population, writing::batch);
        touched.clear(population);
        return new VersionReport(writing.persons, writing.written, writing.ended);
    }

    private static final class Writing {
        private final VersionStore store;
        private final Merger merger;
        private final Keyring keys;
        private final KeyTokens tokens;
        private final Recording recording;
        private final LongConsumer progress;
        private long persons;
        private long written;
        private long ended;

        Writing(VersionStore store, Merger merger, Keyring keys, Recording recording, LongConsumer progress) {
            this.store = store;
            this.merger = merger;
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
                    Profile now = merger.merge(person.records()).withSources(tokens::stored);
                    go(person.personId(), file, now, fresh, stale);
                }
            }
            store.supersede(stale, recording.recordedAt());
            store.append(fresh, recording.recordedAt(), recording.run());
            persons += batch.size();
            written += fresh.size();
            progress.accept(persons);
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
