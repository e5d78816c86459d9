package org.childfile.files.digitalfile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Subject;
import org.childfile.database.SqlFiles;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;
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

    /** Asks for all children who have a file, or had one when rules were last applied. */
    void ask(LocalDate day) {
        jdbc.sql(SqlFiles.read("files/digitalfile/ask-all")).update();
        askMore(day);
    }

    /** Asks for some children, of whom some may have no file. */
    void ask(Collection<String> children, LocalDate day) {
        jdbc.sql("insert into asked_child (child_id) select distinct child from unnest(:children::text[]) child")
                .param("children", children.toArray(String[]::new))
                .update();
        askMore(day);
    }

    /** What rules ask for beside the files, as of a day. */
    private void askMore(LocalDate day) {
        jdbc.sql("analyze asked_child").update();
        jdbc.sql(SqlFiles.read("files/digitalfile/withdrawn")).update();
        jdbc.sql(SqlFiles.read("files/digitalfile/care")).param("day", day).update();
    }

    /** Hands over the files that are asked for, some at once, in the order of their ids. */
    void each(Consumer<List<RuleInput>> taken) {
        String files = SqlFiles.read("files/digitalfile/files");
        String after = "";
        List<String> next;
        do {
            next = next(after);
            if (!next.isEmpty()) {
                String last = next.getLast();
                Map<String, List<Withdrawn>> withdrawn = withdrawn(after, last);
                Map<String, Care> care = care(after, last);
                List<RuleInput> batch = jdbc.sql(files)
                        .param("after", after)
                        .param("last", last)
                        .query((row, line) -> file(row, withdrawn, care))
                        .list();
                taken.accept(batch);
                after = last;
            }
        } while (next.size() == AT_ONCE);
    }

    private List<String> next(String after) {
        return jdbc.sql("select child_id from asked_child where child_id > :after order by child_id limit :limit")
                .param("after", after)
                .param("limit", AT_ONCE)
                .query(String.class)
                .list();
    }

    private RuleInput file(ResultSet row, Map<String, List<Withdrawn>> withdrawn, Map<String, Care> care)
            throws SQLException {
        String id = row.getString("person_id");
        int version = row.getInt("version");
        byte[] box = row.getBytes("identifiers");
        return new RuleInput(
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

    private Map<String, List<Withdrawn>> withdrawn(String after, String last) {
        Map<String, List<Withdrawn>> found = new HashMap<>();
        jdbc.sql("""
                        select w.* from asked_withdrawn w join asked_child c on c.child_id = w.person_id
                        where w.person_id > :after and w.person_id <= :last
                        order by w.person_id, w.feed, w.observed_at, w.source_key""").param("after", after).param("last", last).query(row -> {
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

    private Map<String, Care> care(String after, String last) {
        Map<String, Care> found = new HashMap<>();
        jdbc.sql(
                        "select * from asked_care join asked_child using (child_id) where child_id > :after and child_id <= :last")
                .param("after", after)
                .param("last", last)
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
