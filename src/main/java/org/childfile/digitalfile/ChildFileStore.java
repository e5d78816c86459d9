package org.childfile.digitalfile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecords;
import org.childfile.privacy.Keyring;
import org.childfile.privacy.Subject;
import org.childfile.versions.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the files of children with what else rules ask for. Runs in its caller's transaction. */
final class ChildFileStore {

    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final SealedRows sealed;
    private final Keyring keys;

    ChildFileStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.sealed = new SealedRows(keys, Population.CHILD);
        this.keys = keys;
    }

    /** Finds out what rules ask for beside the files of a scope, as of a day. */
    void ask(Scope scope, LocalDate day) {
        jdbc.sql(SqlFiles.read("digitalfile/withdrawn"))
                .param("all", scope.all())
                .param("ids", scope.array())
                .update();
        jdbc.sql(SqlFiles.read("digitalfile/care"))
                .param("day", day)
                .param("all", scope.all())
                .param("ids", scope.array())
                .update();
    }

    /** Hands over all files of a scope that was asked for, some at once, in the order of their ids. */
    void each(Scope scope, Consumer<List<ChildFile>> taken) {
        Map<String, List<Withdrawn>> withdrawn = withdrawn(scope);
        Map<String, Care> care = care(scope);
        String files = SqlFiles.read("digitalfile/files");
        String after = "";
        List<ChildFile> batch;
        do {
            batch = jdbc.sql(files)
                    .param("all", scope.all())
                    .param("ids", scope.array())
                    .param("after", after)
                    .param("limit", AT_ONCE)
                    .query((row, line) -> file(row, withdrawn, care))
                    .list();
            if (!batch.isEmpty()) {
                taken.accept(batch);
                after = batch.getLast().childId();
            }
        } while (batch.size() == AT_ONCE);
    }

    private ChildFile file(ResultSet row, Map<String, List<Withdrawn>> withdrawn, Map<String, Care> care)
            throws SQLException {
        String id = row.getString("person_id");
        int version = row.getInt("version");
        byte[] box = row.getBytes("identifiers");
        return new ChildFile(
                id,
                row.getObject("birth_date", LocalDate.class),
                List.of((String[]) row.getArray("feeds").getArray()),
                row.getString("provenance"),
                () -> sealed.values(id, version, box),
                new OfChild(keys, id),
                withdrawn.getOrDefault(id, List.of()),
                care.getOrDefault(id, Care.NONE));
    }

    /** What is sealed about one child. */
    private record OfChild(Keyring keys, String id) implements SealedFacts {
        @Override
        public String clear(String text) {
            return keys.texts().clear(text);
        }

        @Override
        public String seal(String attribute, String text) {
            return keys.texts().of(Subject.person(id)).seal(attribute, text);
        }
    }

    private Map<String, List<Withdrawn>> withdrawn(Scope scope) {
        Map<String, List<Withdrawn>> found = new HashMap<>();
        jdbc.sql("""
                        select * from asked_withdrawn where :all or person_id = any (:ids)
                        order by person_id, feed, observed_at, source_key""").param("all", scope.all()).param("ids", scope.array()).query(row -> {
            found.computeIfAbsent(row.getString("person_id"), id -> new ArrayList<>())
                    .add(new Withdrawn(
                            row.getString("feed"),
                            row.getString("source_key"),
                            row.getTimestamp("observed_at").toInstant().toString(),
                            row.getString("attributes"),
                            sealed(row),
                            row.getObject("gone_on", LocalDate.class)));
        });
        return found;
    }

    private Supplier<Map<String, Object>> sealed(ResultSet row) throws SQLException {
        String feed = row.getString("feed");
        String key = row.getString("source_key");
        byte[] box = row.getBytes("identifiers");
        return () -> box == null ? Map.of() : SourceRecords.sealed(keys, feed, key, box);
    }

    private Map<String, Care> care(Scope scope) {
        Map<String, Care> found = new HashMap<>();
        jdbc.sql("select * from asked_care where :all or child_id = any (:ids)")
                .param("all", scope.all())
                .param("ids", scope.array())
                .query(row -> {
                    found.put(
                            row.getString("child_id"),
                            new Care(
                                    row.getObject("paired_since", LocalDate.class),
                                    row.getObject("met_on", LocalDate.class)));
                });
        return found;
    }
}
