package org.childfile.ingest.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.childfile.access.erasure.Tombstones;
import org.childfile.access.erasure.Tombstones.Forgotten;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.connector.Connectors;
import org.childfile.ingest.format.RecordParser;
import org.childfile.ingest.landing.ForgottenRecords;
import org.childfile.ingest.landing.PendingRecord;
import org.childfile.ingest.landing.PendingRecords;
import org.childfile.ingest.landing.Quarantined;
import org.childfile.ingest.landing.Trial;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Maps what is pending of one feed, in its caller's transaction: all of it or nothing.
 *
 * <p>Over 250 lines, because every way that a record can leave (staged, refused, withdrawn, forgotten) is counted here.
 */
public final class MappingStage {

    private static final int TELL_EVERY = 5000;
    private static final int MOST_WAITING = 10_000;

    private final Connectors connectors;
    private final Mappings mappings;
    private final DataSource dataSource;
    private final Tombstones tombstones;
    private final PendingRecords pending;
    private final FieldStore fields;
    private final JdbcClient jdbc;
    private final Keyring keys;

    public MappingStage(
            Connectors connectors, Mappings mappings, DataSource dataSource, Keyring keys, Tombstones tombstones) {
        this.connectors = connectors;
        this.mappings = mappings;
        this.dataSource = dataSource;
        this.tombstones = tombstones;
        this.pending = new PendingRecords(dataSource, keys);
        this.fields = new FieldStore(dataSource);
        this.keys = keys;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Makes standard records of everything pending of a feed; a changed mapping file makes all of the feed pending.
     *
     * @param day the day that the run stands for
     */
    public MappingReport map(String feed, String run, LocalDate day, LongConsumer progress) {
        FeedMapping mapping =
                mappings.find(feed).orElseThrow(() -> new IllegalArgumentException("no mapping of the feed " + feed));
        Connector connector = connectors
                .find(feed)
                .orElseThrow(() -> new IllegalArgumentException("no connector of the feed " + feed));
        pending.lock(feed);
        if (digestChanged(mapping)) {
            pending.remapAll(feed);
        }
        IdNumberFields numbers = new IdNumberFields(fields.eaten(feed));
        Writer writer = new Writer(
                new RecordMapper(mapping, connector, day, numbers),
                numbers,
                mapping.population(),
                pending.headers(feed),
                connector,
                tombstones.of(feed),
                keys,
                progress);
        int changed = known(feed) ? mapChanged(writer, feed, run) : mapFirst(writer, feed, run);
        pending.settle(feed, writer.quarantined);
        tombstones.bury(feed, writer.forgotten, ForgottenRecords.hashOfEmpty(keys));
        fields.keep(feed, numbers.eaten(), writer.trusted);
        fields.keepUnnamed(run, feed, writer.unnamedRecords, writer.unnamed);
        return new MappingReport(feed, writer.staged, changed, writer.quarantined.size());
    }

    /** Tells which records of a pull {@link #map} would set aside. */
    public Trial trial(String feed) {
        FeedMapping mapping = mappings.find(feed).orElse(null);
        Connector connector = connectors.find(feed).orElse(null);
        if (mapping == null || connector == null) {
            return Trial.NONE;
        }
        return header -> {
            // Which records are refused hangs neither on the day nor on what other records say.
            RecordMapper mapper = new RecordMapper(mapping, connector, LocalDate.MAX, new IdNumberFields(Set.of()));
            RecordParser parser = RecordParser.of(connector.format(), header);
            return content -> switch (mapper.map(PendingRecord.onTrial(content), parser)) {
                case RecordMapper.Mapped.Staged ignored -> Optional.empty();
                case RecordMapper.Mapped.SetAside aside ->
                    Optional.of(aside.quarantined().why());
            };
        };
    }

    private boolean known(String feed) {
        return jdbc.sql("select exists (select from mapping.source_record where feed = :feed)")
                .param("feed", feed)
                .query(Boolean.class)
                .single();
    }

    /** A feed of which nothing is known yet needs no comparing. */
    private int mapFirst(Writer writer, String feed, String run) {
        copy(writer, feed, "mapping.source_record");
        return jdbc.sql(SqlFiles.read("ingest/mapping/all-changed"))
                .param("feed", feed)
                .param("run", run)
                .update();
    }

    private int mapChanged(Writer writer, String feed, String run) {
        jdbc.sql(SqlFiles.read("ingest/mapping/staged")).update();
        copy(writer, feed, "staged");
        return jdbc.sql(SqlFiles.read("ingest/mapping/upsert"))
                .param("run", run)
                .query(Integer.class)
                .single();
    }

    private void copy(Writer writer, String feed, String table) {
        try (CopyWriter copy = CopyWriter.into(
                DataSourceUtils.getConnection(dataSource),
                table,
                "population",
                "feed",
                "source_key",
                "withdrawn",
                "observed_at",
                "pull_id",
                "seq",
                "attributes",
                "identifiers",
                "identifiers_digest",
                "doubts")) {
            pending.each(feed, record -> writer.take(record, copy));
            writer.finish(copy);
            copy.finish();
        }
    }

    /** Whether the feed was mapped before, by another mapping; notes the present one. */
    private boolean digestChanged(FeedMapping mapping) {
        return jdbc.sql("""
                        insert into mapping.feed_mapping as m (feed, digest) values (:feed, :digest)
                        on conflict (feed) do update set digest = excluded.digest
                        where m.digest <> excluded.digest
                        returning old.digest is not null""")
                .param("feed", mapping.feed())
                .param("digest", mapping.digest())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Sends each record where it belongs. */
    private static final class Writer {
        private final RecordMapper mapper;
        private final IdNumberFields numbers;
        private final String population;
        private final Connector connector;
        private final Map<Long, List<String>> headers;
        private final Map<Long, RecordParser> parsers = new HashMap<>();
        private final Forgotten tombstones;
        private final Keyring keys;
        private final LongConsumer progress;
        private final List<String> forgotten = new ArrayList<>();
        private final List<Quarantined> quarantined = new ArrayList<>();
        /** Records that wait until all of the feed's numbers are known; they are few. */
        private final List<PendingRecord> waiting = new ArrayList<>();

        private boolean trusted;
        private int unnamedRecords;
        private long unnamed;
        private int staged;

        Writer(
                RecordMapper mapper,
                IdNumberFields numbers,
                Population population,
                Map<Long, List<String>> headers,
                Connector connector,
                Forgotten tombstones,
                Keyring keys,
                LongConsumer progress) {
            this.mapper = mapper;
            this.numbers = numbers;
            this.tombstones = tombstones;
            this.population = population.written();
            this.connector = connector;
            this.headers = headers;
            this.keys = keys;
            this.progress = progress;
        }

        void take(PendingRecord record, CopyWriter copy) {
            RecordMapper.Mapped mapped = mapped(record);
            if (mapped instanceof RecordMapper.Mapped.Staged each && each.open() && waiting.size() < MOST_WAITING) {
                waiting.add(record);
            } else {
                put(record, mapped, copy);
            }
        }

        /** Stages what waited for the others. */
        void finish(CopyWriter copy) {
            numbers.settle();
            for (PendingRecord record : waiting) {
                put(record, mapped(record), copy);
            }
        }

        private RecordMapper.Mapped mapped(PendingRecord record) {
            return record.withdrawn()
                    ? RecordMapper.withdrawn(record)
                    : mapper.map(record, parsers.computeIfAbsent(record.pullId(), this::parser));
        }

        private void put(PendingRecord record, RecordMapper.Mapped mapped, CopyWriter copy) {
            switch (mapped) {
                case RecordMapper.Mapped.Staged stagedRecord -> {
                    stage(stagedRecord, copy);
                    trusted |= stagedRecord.open();
                    unnamedRecords += stagedRecord.unnamed() > 0 ? 1 : 0;
                    unnamed += stagedRecord.unnamed();
                    if (stagedRecord.idNumber() != null && tombstones.hadNumber(stagedRecord.idNumber())) {
                        forgotten.add(record.key());
                    }
                    if (++staged % TELL_EVERY == 0) {
                        progress.accept(staged);
                    }
                }
                case RecordMapper.Mapped.SetAside aside ->
                    quarantined.add(aside.quarantined().withoutContent());
            }
        }

        private RecordParser parser(long pull) {
            return RecordParser.of(connector.format(), headers.getOrDefault(pull, List.of()));
        }

        private void stage(RecordMapper.Mapped.Staged staged, CopyWriter copy) {
            PendingRecord record = staged.record();
            copy.row()
                    .text(population)
                    .text(connector.feed())
                    .text(record.key())
                    .flag(record.withdrawn())
                    .timestamp(record.updated())
                    .bigint(record.pullId())
                    .integer(record.seq())
                    .bytea(staged.attributes())
                    .bytea(IdentifierBox.seal(keys, connector.feed(), record.key(), staged.identifiers(), staged.raw()))
                    .bytea(staged.identifiers() == null ? null : keys.digest(staged.identifiers()))
                    .bytea(staged.doubts());
        }
    }
}
