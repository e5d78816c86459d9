package org.childfile.versions;

import org.childfile.privacy.Keyring;
import org.childfile.privacy.KeyTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.linkage.PersonRecords;
import org.childfile.linkage.TouchedPersons;
import org.childfile.mapping.Population;
import org.childfile.merge.Merger;
import org.childfile.merge.Profile;
import org.childfile.merge.Survivorship;
import org.childfile.versions.VersionStore.Current;
import org.childfile.versions.VersionStore.Fresh;
import org.jspecify.annotations.Nullable;

/** Merges the touched persons of one population and writes a version for each whose content changed. */
public final class VersionStage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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
                new VersionStore(dataSource, VersionColumns.of(population)),
                new Merger(survivorship, population),
                keys.tokens(),
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
        private final KeyTokens tokens;
        private final Recording recording;
        private final LongConsumer progress;
        private long persons;
        private long written;
        private long ended;

        Writing(VersionStore store, Merger merger, KeyTokens tokens, Recording recording, LongConsumer progress) {
            this.store = store;
            this.merger = merger;
            this.tokens = tokens;
            this.recording = recording;
            this.progress = progress;
        }

        void batch(List<PersonRecords> batch) {
            Map<String, Current> current =
                    store.current(batch.stream().map(PersonRecords::personId).toList());
            List<Fresh> fresh = new ArrayList<>();
            List<String> superseded = new ArrayList<>();
            for (PersonRecords person : batch) {
                Current standing = current.get(person.personId());
                if (person.records().isEmpty()) {
                    superseded.add(person.personId());
                    ended += standing == null || standing.ended() ? 0 : 1;
                    continue;
                }
                Profile profile = merger.merge(person.records()).withSources(tokens::stored);
                byte[] contentHash = ProfileJson.contentHash(profile);
                if (standing == null || standing.ended() || !Arrays.equals(standing.contentHash(), contentHash)) {
                    fresh.add(version(person.personId(), profile, contentHash, standing));
                    superseded.add(person.personId());
                } else {
                    store.refreshSources(person.personId(), profile);
                }
            }
            store.supersede(superseded, recording.recordedAt());
            store.append(fresh, recording.recordedAt(), recording.run());
            persons += batch.size();
            written += fresh.size();
            progress.accept(persons);
        }

        private Fresh version(String person, Profile profile, byte[] contentHash, @Nullable Current standing) {
            List<String> changed = standing == null
                    ? List.copyOf(profile.values().keySet())
                    : changed(ProfileJson.values(standing.provenance()), profile);
            return new Fresh(
                    person,
                    standing == null ? 1 : standing.version() + 1,
                    profile,
                    contentHash,
                    changed,
                    validFrom(profile, changed, standing));
        }

        private static List<String> changed(Map<String, Object> before, Profile profile) {
            TreeSet<String> changed = new TreeSet<>();
            profile.values().forEach((attribute, value) -> {
                if (!Objects.equals(before.get(attribute), value.value())) {
                    changed.add(attribute);
                }
            });
            before.keySet().stream()
                    .filter(attribute -> !profile.values().containsKey(attribute))
                    .forEach(changed::add);
            return List.copyOf(changed);
        }

        /** From when all that is new in the version is known to be true: the latest stamp of what changed. */
        private LocalDate validFrom(Profile profile, List<String> changed, @Nullable Current standing) {
            LocalDate from = standing == null ? LocalDate.MIN : standing.validFrom();
            boolean stamped = false;
            for (String attribute : changed) {
                Profile.Value value = profile.values().get(attribute);
                if (value != null) {
                    LocalDate observed = value.observedAt().atZone(ZONE).toLocalDate();
                    from = observed.isAfter(from) ? observed : from;
                    stamped = true;
                }
            }
            return !stamped || from.isAfter(recording.day()) ? recording.day() : from;
        }
    }
}
