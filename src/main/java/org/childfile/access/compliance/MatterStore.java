package org.childfile.access.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.childfile.access.compliance.Entry.Said;
import org.childfile.access.compliance.Matter.Sort;
import org.childfile.access.compliance.Matter.Step;
import org.childfile.access.privacy.Context;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The tables of breaches and assessments: rows are added, none is changed. Statements of one {@link #inTransaction} belong together. */
final class MatterStore {

    static final SealedColumn SAID =
            new SealedColumn("compliance.entry", "said", "compliance.entry.said", List.of("matter_id", "number"));

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Keyring keys;

    MatterStore(DataSource dataSource, Keyring keys) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.keys = keys;
    }

    /** Does something in a transaction of its own. */
    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** A new matter under the next number of its sort. */
    String insert(Sort sort, String kind, String title, Instant noticedAt, Instant now) {
        jdbc.sql("lock table compliance.matter in share row exclusive mode").update();
        return jdbc.sql("""
                        insert into compliance.matter (matter_id, sort, kind, title, noticed_at, opened_at)
                        select :letter || (count(*) + 1), :sort, :kind, :title, :noticed, :now
                        from compliance.matter where sort = :sort
                        returning matter_id""")
                .param("letter", String.valueOf(sort.letter()))
                .param("sort", sort.written())
                .param("kind", kind)
                .param("title", title)
                .param("noticed", Timestamp.from(noticedAt))
                .param("now", Timestamp.from(now))
                .query(String.class)
                .single();
    }

    void step(String matter, String step, int number, Instant due) {
        jdbc.sql("insert into compliance.step (matter_id, step, number, due_at) values (:matter, :step, :number, :due)")
                .param("matter", matter)
                .param("step", step)
                .param("number", number)
                .param("due", Timestamp.from(due))
                .update();
    }

    /** @param stepNumber which of the steps of that name was done */
    void entry(Matter matter, String act, Said said, int stepNumber, Instant now) {
        int number = matter.entries().size() + 1;
        jdbc.sql("""
                        insert into compliance.entry (matter_id, number, at, actor, act, step, step_number, under_14, others,
                            risk, said)
                        values (:matter, :number, :now, :actor, :act, :step, :stepNumber, :under14, :others, :risk, :said)""")
                .param("matter", matter.id())
                .param("number", number)
                .param("now", Timestamp.from(now))
                .param("actor", said.actor())
                .param("act", act)
                .param("step", said.step().orElse(null), Types.VARCHAR)
                .param("stepNumber", said.step().isPresent() ? stepNumber : null, Types.INTEGER)
                .param("under14", said.under14(), Types.INTEGER)
                .param("others", said.others(), Types.INTEGER)
                .param("risk", said.risk(), Types.VARCHAR)
                .param(
                        "said",
                        keys.seal(
                                MAPPER.writeValueAsBytes(said.texts()),
                                Context.of(SAID.place(), matter.id(), Integer.toString(number))))
                .update();
    }

    void pack(int year, String actor, Instant now) {
        jdbc.sql("insert into compliance.pack (year, made_at, actor) values (:year, :now, :actor)")
                .param("year", year)
                .param("now", Timestamp.from(now))
                .param("actor", actor)
                .update();
    }

    /** A matter with all that was said of it; nobody else adds to it until the transaction ends. */
    Optional<Matter> find(String id, boolean locked) {
        return jdbc.sql("select * from compliance.matter where matter_id = :id" + (locked ? " for update" : ""))
                .param("id", id)
                .query(this::matter)
                .optional();
    }

    List<Matter> all(Sort sort) {
        return jdbc.sql("select * from compliance.matter where sort = :sort order by opened_at desc, matter_id desc")
                .param("sort", sort.written())
                .query(this::matter)
                .list();
    }

    private Matter matter(ResultSet row, int line) throws SQLException {
        String id = row.getString("matter_id");
        List<Entry> entries = entries(id);
        return new Matter(
                id,
                Sort.valueOf(row.getString("sort").toUpperCase(java.util.Locale.ROOT)),
                row.getString("kind"),
                row.getString("title"),
                row.getTimestamp("noticed_at").toInstant(),
                entries.stream()
                        .filter(entry -> entry.act().equals("close"))
                        .map(Entry::at)
                        .findFirst(),
                steps(id),
                entries);
    }

    private List<Step> steps(String id) {
        return jdbc.sql("""
                        select s.step, s.number, s.due_at, e.at, e.actor
                        from compliance.step s
                        left join lateral (
                            select at, actor from compliance.entry e
                            where e.matter_id = s.matter_id and e.step = s.step and e.step_number = s.number
                            order by e.number limit 1) e on true
                        where s.matter_id = :id order by s.due_at, s.number, s.step""")
                .param("id", id)
                .query((row, number) -> new Step(
                        row.getString(1),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant(),
                        Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString(5))))
                .list();
    }

    private List<Entry> entries(String id) {
        return jdbc.sql("select * from compliance.entry where matter_id = :id order by number")
                .param("id", id)
                .query((row, line) -> new Entry(
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("act"),
                        Optional.ofNullable(row.getString("step")),
                        row.getObject("under_14", Integer.class),
                        row.getObject("others", Integer.class),
                        row.getString("risk"),
                        MAPPER.readValue(
                                keys.open(
                                        row.getBytes("said"),
                                        Context.of(SAID.place(), id, Integer.toString(row.getInt("number")))),
                                TEXTS)))
                .list();
    }
}
