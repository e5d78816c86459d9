package org.childfile.files.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A database of records that tests tell, link, and decide about. */
public final class TestLinkage {

    private final DatabaseAddress address;
    private final JdbcClient jdbc;
    private final LinkageStage stage;
    private final Verdicts verdicts;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private final Keyring keys;

    private TestLinkage(DatabaseAddress address) throws java.sql.SQLException {
        this.address = address;
        this.dataSource = new SingleConnectionDataSource(address.connect(), true);
        this.keys = TestKeys.of(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.stage = new LinkageStage(dataSource, keys, Linking.MODELS);
        this.verdicts = new Verdicts(dataSource, keys);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Without any record, on a database of its own. */
    public static TestLinkage fresh() {
        try {
            return new TestLinkage(TestServer.fresh());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    Keyring keys() {
        return keys;
    }

    DataSource dataSource() {
        return dataSource;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    public TestLinkage clear() {
        jdbc.sql("""
                truncate mapping.source_record, mapping.changed_record, linkage.person, linkage.membership, linkage.block,
                    linkage.block_keys, linkage.held_value, linkage.model,
                    linkage.edge, linkage.review_pair, linkage.identity_change, linkage.touched_person, linkage.core,
                    linkage.verdict, linkage.reopened, linkage.second_opinion
                restart identity cascade""").update();
        return this;
    }

    /** A record, {@code feed/key}, says this from now on. */
    public TestLinkage tell(String key, String told) {
        return tell(Population.CHILD, key, told);
    }

    TestLinkage tell(Population population, String key, String told) {
        SourceRecord record = Told.source(1, key, told);
        long id = jdbc.sql("""
                        insert into mapping.source_record
                            (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, doubts)
                        values (:population, :feed, :key, false, now(), 1, 1, :attributes::json, :doubts::json)
                        on conflict (feed, source_key) do update
                        set attributes = excluded.attributes, doubts = excluded.doubts
                        returning record_id""")
                .param("population", population.written())
                .param("feed", record.key().feed())
                .param("key", record.key().key())
                .param("attributes", JsonMapper.shared().writeValueAsString(record.attributes()))
                .param("doubts", JsonMapper.shared().writeValueAsString(record.doubts()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into mapping.changed_record values (:id, :population, 'run') on conflict do nothing")
                .param("id", id)
                .param("population", population.written())
                .update();
        return this;
    }

    /** A verdict of {@code wang}: {@code a/1 = b/1} for one person, {@code a/1 ! b/1} for two. */
    Verdicts.Outcome say(String text) {
        String[] words = text.split(" ");
        Verdict.Kind kind = words[1].equals("=") ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT;
        return verdicts.say(kind, SourceKey.parse(words[0]), SourceKey.parse(words[2]), "wang", "seen both");
    }

    public LinkageReport link(String run) {
        return link(Population.CHILD, run);
    }

    LinkageReport link(Population population, String run) {
        LinkageReport report = transaction.execute(status -> stage.link(population, run, Told.DAY, done -> {}));
        if (report == null) {
            throw new IllegalStateException("no report");
        }
        return report;
    }

    /** The persons as keys of their records, one a line. */
    String persons() {
        Map<String, TreeSet<String>> persons = new TreeMap<>();
        List<Map<String, Object>> rows = jdbc.sql("""
                        select person_id, feed || '/' || source_key as key
                        from mapping.source_record left join linkage.membership using (record_id)""").query().listOfRows();
        for (Map<String, Object> row : rows) {
            persons.computeIfAbsent(String.valueOf(row.get("person_id")), id -> new TreeSet<>())
                    .add(String.valueOf(row.get("key")));
        }
        return persons.values().stream()
                .map(keys -> String.join(" ", keys))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The pairs that wait, one a line. */
    String review() {
        return String.join("\n", texts("""
                select least(a.k, b.k) || ' ' || greatest(a.k, b.k)
                from linkage.review_pair p
                join (select record_id, feed || '/' || source_key as k from mapping.source_record) a on a.record_id = p.a
                join (select record_id, feed || '/' || source_key as k from mapping.source_record) b on b.record_id = p.b
                order by 1"""));
    }

    /** The edges with their weights, one a line. */
    String edges() {
        return texts("""
                select least(a.k, b.k) || ' ' || greatest(a.k, b.k) || ' ' || round(e.weight::numeric, 6)
                from linkage.edge e
                join (select record_id, feed || '/' || source_key as k from mapping.source_record) a on a.record_id = e.a
                join (select record_id, feed || '/' || source_key as k from mapping.source_record) b on b.record_id = e.b""").stream().sorted().collect(Collectors.joining("\n"));
    }

    /** The keys of the values that too many records hold. */
    List<String> commonValues() {
        return texts("""
                select key::text from linkage.held_value group by key, most having count(*) > most order by key""");
    }

    /** The person of a record. */
    public String person(String key) {
        return jdbc.sql("select person_id from mart.membership where feed || '/' || source_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    public List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    /** The first column of a query, what is sealed in it opened. */
    public List<String> opened(String sql) {
        return texts(sql).stream().map(keys::clear).toList();
    }
}
