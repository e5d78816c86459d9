package org.childfile.files.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.files.merge.Profile;
import org.childfile.files.versions.VersionColumns.Column;
import org.childfile.ingest.mapping.Population;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables of versions. Every method runs in its caller's transaction. */
final class VersionStore {

    private static final int LENGTH_OF_DAY = 10;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final VersionColumns columns;
    private final SealedRows sealed;
    private final String lastRecorded;
    private final String refreshSources;
    private final List<Column> sensitive;

    VersionStore(DataSource dataSource, Keyring keys, Population population) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.columns = VersionColumns.of(population);
        this.sealed = new SealedRows(keys, population);
        this.lastRecorded = SqlFiles.read("files/versions/last-recorded").replace(":table", columns.table());
        this.sensitive = sealed.sensitive(columns);
        this.refreshSources = SqlFiles.read("files/versions/refresh-sources")
                .replace(":table", columns.table())
                .replace(
                        ":columns",
                        sensitive.stream()
                                .map(column -> ", " + column.name() + " = :" + column.name())
                                .collect(Collectors.joining()));
    }

    /** The latest moment at which anything was recorded; empty where nothing was. */
    Optional<Instant> lastMoment() {
        return jdbc.sql("select max(recorded_at) from " + columns.table())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** What was last recorded of each of these persons; one that never had a file is absent. */
    Map<String, Recorded> recorded(List<String> persons) {
        Map<String, List<Recorded.Row>> rows = new HashMap<>();
        Map<String, Boolean> ended = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        jdbc.sql(lastRecorded).param("persons", persons.toArray(String[]::new)).query(row -> {
            String person = row.getString("person_id");
            rows.computeIfAbsent(person, each -> new ArrayList<>()).add(row(row));
            ended.put(person, row.getBoolean("ended"));
            last.put(person, row.getInt("last"));
        });
        Map<String, Recorded> found = new HashMap<>();
        rows.forEach((person, of) ->
                found.put(person, new Recorded(of, last.getOrDefault(person, 0), ended.getOrDefault(person, false))));
        return found;
    }

    /**
     * Has the planner know of the table's size where much was written: whoever asks right after a first night would else wait
     * for plans that suit an empty table, until the server looks by itself.
     */
    void refreshStatistics(long written) {
        boolean much = jdbc.sql(
                        "select :written > greatest(reltuples, 0) / 10 from pg_class where oid = :table::regclass")
                .param("written", written)
                .param("table", columns.table())
                .query(Boolean.class)
                .single();
        if (much) {
            jdbc.sql("analyze " + columns.table()).update();
        }
    }

    private Recorded.Row row(ResultSet row) throws SQLException {
        String person = row.getString("person_id");
        int version = row.getInt("version");
        String provenance = row.getString("provenance");
        String conflicts = row.getString("conflicts");
        List<String> feeds = List.of((String[]) row.getArray("feeds").getArray());
        byte[] identifiers = row.getBytes("identifiers");
        return new Recorded.Row(
                version,
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getBytes("content_hash"),
                () -> sealed.open(person, version, ProfileJson.read(provenance, conflicts, feeds), identifiers));
    }

    /** A version to be written. */
    record Fresh(String person, int version, Period period, byte[] contentHash, List<String> changed) {}

    /** A version that no longer stands. */
    record Stale(String person, int version) {}

    void supersede(List<Stale> versions, Instant recordedAt) {
        if (!versions.isEmpty()) {
            jdbc.sql("update " + columns.table() + """
                             v set superseded_at = :at
                            from unnest(:persons::text[], :versions::integer[]) s (person_id, version)
                            where v.person_id = s.person_id and v.version = s.version and v.superseded_at is null""")
                    .param("at", Timestamp.from(recordedAt))
                    .param("persons", versions.stream().map(Stale::person).toArray(String[]::new))
                    .param("versions", versions.stream().map(Stale::version).toArray(Integer[]::new))
                    .update();
        }
    }

    /** Makes ready for {@link #append}; touches no table. */
    VersionRow row(Fresh fresh) {
        return VersionRow.of(fresh, sealed);
    }

    void append(List<VersionRow> versions, Instant recordedAt, String run) {
        if (versions.isEmpty()) {
            return;
        }
        try (CopyWriter copy =
                CopyWriter.into(DataSourceUtils.getConnection(dataSource), columns.table(), columnNames())) {
            for (VersionRow row : versions) {
                Fresh fresh = row.of();
                Profile profile = row.profile();
                copy.row().text(fresh.person()).integer(fresh.version());
                for (Column column : columns.columns()) {
                    Profile.Value value = profile.values().get(column.name());
                    write(copy, column, value == null ? null : value.value());
                }
                copy.bytea(row.identifiers())
                        .bytea(row.idNumberIndex())
                        .text(row.pinyin())
                        .text(row.normalName())
                        .texts(profile.feeds())
                        .texts(fresh.changed())
                        .jsonb(row.provenance())
                        .jsonb(row.conflicts())
                        .bytea(fresh.contentHash())
                        .date(fresh.period().from())
                        .date(fresh.period().to())
                        .timestamp(recordedAt)
                        .text(run);
            }
            copy.finish();
        }
    }

    /**
     * The content stands, but its values rest on other records, or others disagree. A file of an older program is sealed with
     * it.
     *
     * @param at until when the values were from where they were before
     */
    void refreshSources(String person, int version, Profile clear, Instant at) {
        Profile profile = sealed.masked(person, clear);
        JdbcClient.StatementSpec update = jdbc.sql(refreshSources)
                .param("provenance", text(ProfileJson.provenance(profile)))
                .param("conflicts", text(ProfileJson.conflicts(profile)))
                .param("identifiers", sealed.seal(person, version, clear), Types.BINARY)
                .param("at", Timestamp.from(at))
                .param("version", version)
                .param("person", person);
        for (Column column : sensitive) {
            Profile.Value value = profile.values().get(column.name());
            update = update.param(column.name(), value == null ? null : parameter(value.value()));
        }
        update.update();
    }

    private static Object parameter(Object value) {
        return value instanceof List<?> list ? list.toArray(String[]::new) : value;
    }

    private String[] columnNames() {
        List<String> names = new ArrayList<>(List.of("person_id", "version"));
        columns.columns().forEach(column -> names.add(column.name()));
        names.addAll(List.of(
                "identifiers",
                "id_number_index",
                "name_pinyin",
                "name_normal",
                "feeds",
                "changed",
                "provenance",
                "conflicts",
                "content_hash",
                "valid_from",
                "valid_to",
                "recorded_at",
                "run_id"));
        return names.toArray(String[]::new);
    }

    /** The day; null where only its month is known. */
    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null || value.toString().length() < LENGTH_OF_DAY ? null : LocalDate.parse(value.toString());
    }

    @SuppressWarnings("unchecked")
    private static void write(CopyWriter copy, Column column, @Nullable Object value) {
        switch (column.type()) {
            case TEXT -> copy.text((String) value);
            case DATE -> copy.date(day(value));
            case FLAG -> copy.flag((Boolean) value);
            case INTEGER -> copy.integer((Integer) value);
            case TEXTS -> copy.texts((List<String>) value);
            case OBJECT -> throw new IllegalStateException("an address taken apart has no column: " + column.name());
        }
    }

    private static String text(byte[] json) {
        return new String(json, java.nio.charset.StandardCharsets.UTF_8);
    }
}
