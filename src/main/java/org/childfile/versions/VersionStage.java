package org.childfile.versions;

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
import org.childfile.merge.Corrected;
import org.childfile.merge.Merger;
import org.childfile.merge.Profile;
import org.childfile.merge.Survivorship;
import org.childfile.subject.Correction;
import org.childfile.subject.Corrections;
import org.childfile.versions.VersionStore.Current;
import org.childfile.versions.VersionStore.Fresh;
import org.jspecify.annotations.Nullable;

/** Merges the touched persons of one population and writes a version for each whose content changed. */
public final class VersionStage {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DataSource dataSource;
    private final Survivorship survivorship;

    public VersionStage(DataSource dataSource, Survivorship survivorship) {
        this.dataSource = dataSource;
        this.survivorship = survivorship;
    }

    /** A run as versions carry it: the day it stands for, and when it recorded what it found. */
    public record Recording(String run, LocalDate day, Instant recordedAt) {}

    /** Runs in its caller's transaction. */
    public VersionReport write(Population population, Recording recording, LongConsumer progress) {
        Writing writing = writing(population, recording, progress);
        TouchedPersons touched = new TouchedPersons(dataSource);
        touched.each(population, writing::batch);
        touched.clear(population);
        return writing.report();
    }

    /** Merges one person anew, because what persons say of it changed. Runs in its caller's transaction. */
    public VersionReport rewrite(Population population, String personId, Recording recording) {
        Writing writing = writing(population, recording, done -> {});
        writing.batch(List.of(new TouchedPersons(dataSource).of(personId)));
        return writing.report();
    }

    private Writing writing(Population population, Recording recording, LongConsumer progress) {
        return new Writing(
                new VersionStore(dataSource, VersionColumns.of(population)),
                new Merger(survivorship, population),
                new Corrections(dataSource),
                recording,
                progress);
    }

    private static final class Writing {
        private final VersionStore store;
        private final Merger merger;
        private final Corrections corrections;
        private final Map<String, List<Correction>> inForce;
        private final List<Long> settled = new ArrayList<>();
        private final Recording recording;
        private final LongConsumer progress;
        private long persons;
        private long written;
        private long ended;

        Writing(
                VersionStore store,
                Merger merger,
                Corrections corrections,
                Recording recording,
                LongConsumer progress) {
            this.store = store;
            this.merger = merger;
            this.corrections = corrections;
            this.inForce = corrections.inForce();
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
                Profile profile = profile(person);
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

        /** What the feeds say of a person, corrected by what persons proved. */
        private Profile profile(PersonRecords person) {
            Profile plain = merger.merge(person.records());
            List<Correction> said = inForce.getOrDefault(person.personId(), List.of());
            if (said.isEmpty()) {
                return plain;
            }
            Corrected corrected = Corrected.of(plain, said);
            settled.addAll(corrected.settled());
            return corrected.profile();
        }

        VersionReport report() {
            corrections.settle(settled, recording.run());
            return new VersionReport(persons, written, ended);
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
