package org.childfile.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.childfile.database.CopyWriter;
import org.childfile.merge.Profile;
import org.childfile.versions.VersionColumns.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The tables of versions. Every method runs in its caller's transaction. */
final class VersionStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final VersionColumns columns;

    VersionStore(DataSource dataSource, VersionColumns columns) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.columns = columns;
    }

    /** The last version of a person: the one that stands, or the one that ended when the person was retired. */
    record Current(int version, byte[] contentHash, LocalDate validFrom, String provenance, boolean ended) {}

    Map<String, Current> current(List<String> persons) {
        Map<String, Current> found = new HashMap<>();
        jdbc.sql("select distinct on (person_id) person_id, version, content_hash, valid_from, provenance::text,"
                        + " superseded_at is not null from " + columns.table()
                        + " where person_id = any(:persons) order by person_id, version desc")
                .param("persons", persons.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString(1),
                            new Current(
                                    row.getInt(2),
                                    row.getBytes(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getString(5),
                                    row.getBoolean(6)));
                });
        return found;
    }

    /** A version to be written. */
    record Fresh(
            String person,
            int version,
            Profile profile,
            byte[] contentHash,
            List<String> changed,
            LocalDate validFrom) {}

    void supersede(List<String> persons, Instant recordedAt) {
        if (!persons.isEmpty()) {
            jdbc.sql("update " + columns.table()
                            + " set superseded_at = :at where superseded_at is null and person_id = any(:persons)")
                    .param("at", java.sql.Timestamp.from(recordedAt))
                    .param("persons", persons.toArray(String[]::new))
                    .update();
        }
    }

    void append(List<Fresh> versions, Instant recordedAt, String run) {
        try (CopyWriter copy =
                CopyWriter.into(DataSourceUtils.getConnection(dataSource), columns.table(), columnNames())) {
            for (Fresh fresh : versions) {
                copy.row().text(fresh.person()).integer(fresh.version());
                for (Column column : columns.columns()) {
                    Profile.Value value = fresh.profile().values().get(column.name());
                    write(copy, column, value == null ? null : value.value());
                }
                copy.texts(fresh.profile().feeds())
                        .texts(fresh.changed())
                        .jsonb(ProfileJson.provenance(fresh.profile()))
                        .jsonb(ProfileJson.conflicts(fresh.profile()))
                        .bytea(fresh.contentHash())
                        .date(fresh.validFrom())
                        .timestamp(recordedAt)
                        .text(run);
            }
            copy.finish();
        }
    }

    /** The content stands, but its values rest on other records, or others disagree. */
    void refreshSources(String person, Profile profile) {
        jdbc.sql("update " + columns.table() + """
                         set provenance = :provenance::jsonb, conflicts = :conflicts::jsonb
                        where superseded_at is null and person_id = :person""")
                .param("provenance", text(ProfileJson.provenance(profile)))
                .param("conflicts", text(ProfileJson.conflicts(profile)))
                .param("person", person)
                .update();
    }

    private String[] columnNames() {
        List<String> names = new ArrayList<>(List.of("person_id", "version"));
        columns.columns().forEach(column -> names.add(column.name()));
        names.addAll(List.of(
                "feeds", "changed", "provenance", "conflicts", "content_hash", "valid_from", "recorded_at", "run_id"));
        return names.toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private static void write(CopyWriter copy, Column column, @Nullable Object value) {
        switch (column.type()) {
            case TEXT -> copy.text((String) value);
            case DATE -> copy.date(value == null ? null : LocalDate.parse((String) value));
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
