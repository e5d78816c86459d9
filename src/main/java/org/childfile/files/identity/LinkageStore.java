package org.childfile.files.identity;

import java.sql.Connection;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.CopyWriter;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.linkage.matching.Edges;
import org.childfile.linkage.model.DecisionThresholds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The tables of linkage. Every method runs in its caller's transaction.
 *
 * <p>Over 250 lines, because the statements of one stage share its working tables.
 */
final class LinkageStore {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SourceRecords sourceRecords;

    LinkageStore(DataSource dataSource, Keyring keys) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.sourceRecords = new SourceRecords(dataSource, keys);
    }

    /**
     * How many records of a population changed since they were last linked, and how many there are; counted no further than
     * {@code factor} times those that changed, and one.
     */
    record Extent(long total, long changed) {}

    Extent extent(Population population, int factor) {
        long changed = jdbc.sql("select count(*) from mapping.changed_record where population = :population")
                .param("population", population.written())
                .query(Long.class)
                .single();
        long total = jdbc.sql("""
                        select count(*) from (
                            select from mapping.source_record where population = :population limit :most) r""")
                .param("population", population.written())
                .param("most", changed * factor + 1)
                .query(Long.class)
                .single();
        return new Extent(total, changed);
    }

    /** Drops the working tables that another population of the same transaction left. */
    void begin() {
        jdbc.sql("""
                drop table if exists pg_temp.changed, pg_temp.affected, pg_temp.wanted_key, pg_temp.assigned, pg_temp.asked,
                    pg_temp.named_together, pg_temp.told_value, pg_temp.touched_value, pg_temp.joining""").update();
    }

    /** Whether a population was linked by another model so far, or by none; notes the present one. */
    boolean otherModel(Population population, String digest) {
        return jdbc.sql("""
                        insert into linkage.model as m (population, digest) values (:population, :digest)
                        on conflict (population) do update set digest = excluded.digest
                        where m.digest <> excluded.digest
                        returning true""")
                .param("population", population.written())
                .param("digest", digest)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Makes every record of a population one that changed. */
    void changeAll(Population population, String run) {
        jdbc.sql(SqlFiles.read("files/identity/change-all"))
                .param("population", population.written())
                .param("run", run)
                .update();
    }

    void readAll(Population population, Consumer<SourceRecord> consumer) {
        read("where r.population = ?", consumer, population);
    }

    /** Makes the working table {@code changed} of what changed of a population. */
    void change(Population population) {
        jdbc.sql("create temporary table changed (record_id bigint not null) on commit drop")
                .update();
        jdbc.sql(SqlFiles.read("files/identity/change"))
                .param("population", population.written())
                .update();
        jdbc.sql("analyze changed").update();
    }

    /** The records of the working table {@code changed}. */
    List<Long> changed() {
        return jdbc.sql("select record_id from changed").query(Long.class).list();
    }

    void readChanged(Consumer<SourceRecord> consumer) {
        read("join changed using (record_id)", consumer);
    }

    /** The records of the working table {@code affected}. */
    void readAffected(Consumer<SourceRecord> consumer) {
        read("join affected using (record_id)", consumer);
    }

    private void read(String which, Consumer<SourceRecord> consumer, Population... population) {
        sourceRecords.stream(
                "select " + SourceRecords.COLUMNS + " from mapping.source_record r " + which,
                consumer,
                Arrays.stream(population).map(Population::written).toArray());
    }

    /** Fills a working table of one column of numbers, which lasts until the transaction ends. */
    void fill(String table, String column, Collection<Long> numbers) {
        jdbc.sql("create temporary table if not exists " + table + " (" + column + " bigint not null) on commit drop")
                .update();
        try (CopyWriter copy = CopyWriter.into(connection(), table, column)) {
            numbers.forEach(number -> copy.row().bigint(number));
            copy.finish();
        }
        jdbc.sql("analyze " + table).update();
    }

    void clear(String table) {
        jdbc.sql("drop table if exists pg_temp." + table).update();
    }

    /** Runs a file of this package. */
    int run(String file) {
        return jdbc.sql(SqlFiles.read("files/identity/" + file)).update();
    }

    /** Records that an edge joins to one of the working table {@code changed}, and that are not in it themselves. */
    List<Long> formerNeighboursOfChanged() {
        return jdbc.sql(SqlFiles.read("files/identity/former-neighbours"))
                .query(Long.class)
                .list();
    }

    void writeEdges(LinkTable table, Edges edges) {
        try (CopyWriter copy = CopyWriter.into(connection(), "linkage.edge", "a", "b", "weight", "bar")) {
            for (int i = 0; i < edges.size(); i++) {
                long lower = table.records().get(edges.lower(i)).recordId();
                long upper = table.records().get(edges.upper(i)).recordId();
                copy.row()
                        .bigint(Math.min(lower, upper))
                        .bigint(Math.max(lower, upper))
                        .real(edges.weight(i))
                        .text(edges.bar(i));
            }
            copy.finish();
        }
    }

    /** The edges whose records are in the working table {@code affected}, of which a table was made. */
    Edges edgesAmongAffected(LinkTable table) {
        Edges edges = new Edges();
        sourceRecords.streamRows(
                "select e.a, e.b, e.weight, e.bar from linkage.edge e join affected on affected.record_id = e.a",
                row -> edges.add(
                        table.row(row.getLong(1)), table.row(row.getLong(2)), row.getDouble(3), row.getString(4)));
        return edges;
    }

    /** The person that a record belongs to so far. */
    record Standing(long recordId, String personId) {}

    List<Standing> standingOfAffected() {
        return jdbc.sql("select record_id, person_id from linkage.membership join affected using (record_id)")
                .query(Standing.class)
                .list();
    }

    /** Those of the ids that were ever given. */
    Set<String> existing(Set<String> ids) {
        return new HashSet<>(jdbc.sql("select person_id from linkage.person where person_id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What persons were when they were last joined, as far as their records are in the working table {@code affected}. */
    List<Core> coresOfAffected() {
        return jdbc.sql(SqlFiles.read("files/identity/cores"))
                .query((row, line) -> new Core(
                        row.getString("person_id"),
                        row.getBoolean("retired"),
                        Set.of((Long[]) row.getArray("records").getArray()),
                        row.getInt("size")))
                .list();
    }

    /** A record's person after this run, and whether rules or a person put it there. */
    record Assignment(long recordId, String personId, double weight, boolean byPerson) {}

    void writeAssignments(Collection<Assignment> assignments) {
        jdbc.sql("""
                        create temporary table if not exists assigned
                            (record_id bigint not null, person_id text not null, weight double precision,
                             decided_by text not null)
                        on commit drop""").update();
        try (CopyWriter copy =
                CopyWriter.into(connection(), "assigned", "record_id", "person_id", "weight", "decided_by")) {
            assignments.forEach(each -> copy.row()
                    .bigint(each.recordId())
                    .text(each.personId())
                    .real(each.weight())
                    .text(each.byPerson() ? "person" : "rule"));
            copy.finish();
        }
        jdbc.sql("analyze assigned").update();
    }

    /** Puts the questions about the affected records in the place of those that stood. */
    void replaceReview(Collection<Question> questions, DecisionThresholds decision) {
        jdbc.sql("""
                        create temporary table asked
                            (a bigint not null, b bigint not null, weight double precision not null,
                             reason text not null, closeness double precision not null)
                        on commit drop""").update();
        try (CopyWriter copy = CopyWriter.into(connection(), "asked", "a", "b", "weight", "reason", "closeness")) {
            questions.forEach(question -> copy.row()
                    .bigint(question.a())
                    .bigint(question.b())
                    .real(question.weight())
                    .text(question.reason().written())
                    .real(question.closeness(decision)));
            copy.finish();
        }
        run("forget-review");
        run("ask-review");
    }

    /** Fills the working table of records that verdicts name together: each with the next of its kind. */
    void nameTogether(List<List<Long>> groups) {
        jdbc.sql("create temporary table named_together (a bigint not null, b bigint not null) on commit drop")
                .update();
        try (CopyWriter copy = CopyWriter.into(connection(), "named_together", "a", "b")) {
            for (List<Long> group : groups) {
                for (int i = 1; i < group.size(); i++) {
                    copy.row().bigint(group.get(i - 1)).bigint(group.get(i));
                }
            }
            copy.finish();
        }
    }

    int publish(String file, Population population, String run) {
        return jdbc.sql(SqlFiles.read("files/identity/" + file))
                .param("population", population.written())
                .param("run", run)
                .update();
    }

    private Connection connection() {
        return DataSourceUtils.getConnection(dataSource);
    }
}
