package org.childfile.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childfile.database.TestDatabase;
import org.childfile.kernel.SourceKey;
import org.childfile.mapping.Population;
import org.childfile.mapping.SourceRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Linking in steps gives what linking everything from the start gives. */
@SuppressWarnings("NullAway.Init")
class IncrementalLinkageTest {

    private static final int STEPS = 12;

    private static JdbcClient jdbc;
    private static LinkageStage stage;
    private static Verdicts verdicts;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void createDatabase() throws Exception {
        SingleConnectionDataSource dataSource =
                new SingleConnectionDataSource(TestDatabase.migrated().connect(), true);
        jdbc = JdbcClient.create(dataSource);
        stage = new LinkageStage(dataSource);
        verdicts = new Verdicts(dataSource);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 5, 6})
    void everyStepGivesTheSamePersonsAsLinkingFromTheStart(long seed) {
        Random random = new Random(seed);
        Map<String, String> told = new LinkedHashMap<>();
        clear();
        for (int step = 0; step <= STEPS; step++) {
            for (int i = step == 0 ? 40 : 1 + random.nextInt(3); i > 0; i--) {
                boolean fresh = step == 0 || random.nextInt(4) == 0;
                String key = fresh
                        ? "f" + random.nextInt(5) + "/" + told.size()
                        : new ArrayList<>(told.keySet()).get(random.nextInt(told.size()));
                told.put(key, SmallTown.record(random));
                tell(key, told.getOrDefault(key, ""));
            }
            link("step " + step);
            Clusters.Decision anew = fromTheStart(told, List.of());

            assertThat(persons()).as("step %d", step).isEqualTo(persons(anew));
            assertThat(review()).as("step %d", step).isEqualTo(review(anew, told));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 6})
    void soItDoesWhilePersonsDecideAndUndo(long seed) {
        Random random = new Random(seed);
        Map<String, String> told = new LinkedHashMap<>();
        clear();
        int conflicts = 0;
        for (int step = 0; step <= STEPS; step++) {
            for (int i = step == 0 ? 30 : random.nextInt(3); i > 0; i--) {
                boolean fresh = step == 0 || random.nextInt(3) == 0;
                String key = fresh ? "f" + random.nextInt(5) + "/" + told.size() : any(told, random);
                told.put(key, SmallTown.record(random));
                tell(key, told.getOrDefault(key, ""));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                // Most verdicts are about the same few records, so that they contradict; some name one that is yet to
                // come.
                boolean absent = random.nextInt(6) == 0;
                int one = random.nextInt(random.nextInt(4) == 0 ? told.size() : 6);
                int other = random.nextInt(random.nextInt(4) == 0 ? told.size() : 6);
                List<String> keys = List.copyOf(told.keySet());
                say(
                        random.nextInt(5) < 3 ? Verdict.Kind.SAME : Verdict.Kind.DIFFERENT,
                        keys.get(one),
                        absent ? "f" + random.nextInt(5) + "/" + told.size() : keys.get(other));
            }
            if (random.nextInt(3) == 0) {
                verdicts.latest(100).stream()
                        .skip(random.nextInt(3))
                        .findFirst()
                        .ifPresent(verdict -> verdicts.undo(verdict.number(), "li", "a slip"));
            }
            link("step " + step);
            Bonds bonds = Bonds.of(verdicts.latest(1000));
            Clusters.Decision anew = fromTheStart(told, verdicts.latest(1000));

            assertThat(persons()).as("step %d", step).isEqualTo(persons(anew));
            assertThat(review()).as("step %d", step).isEqualTo(review(anew, told));
            assertThat(decidedByPerson())
                    .as("step %d", step)
                    .containsExactlyElementsOf(told.keySet().stream()
                            .filter(key -> bonds.joins(SourceKey.parse(key)))
                            .sorted()
                            .toList());
            conflicts += bonds.conflicts().size();
        }
        assertThat(jdbc.sql("select count(*) from linkage.reopened")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(conflicts).isPositive();
    }

    @Test
    void aRecordThatIsContestedNoLongerJoinsItsPerson() {
        clear();
        String home = "; birth 2015-03-07; home 500101001001; father 张伟";
        tell("a/1", "name 张子涵; id 50010120150307002" + home);
        tell("a/2", "name 张雨涵; id 50010120150307004" + home);
        tell("b/1", "name 张?涵" + home);
        link("one");
        assertThat(persons()).isEqualTo("a/1\na/2\nb/1");

        tell("a/2", "name 王鹏; birth 2012-10-30; home 500103004005; id 50010320121030003");
        link("two");

        assertThat(persons()).isEqualTo("a/1 b/1\na/2");
        assertThat(review()).isEmpty();
    }

    @Test
    void nothingChangedIsNothingDone() {
        clear();
        tell("a/1", "name 张子涵; birth 2015-03-07");
        link("one");

        assertThat(link("two")).isEqualTo(new LinkageReport(0, 0, 0, 0, 0));
    }

    @Test
    void whatBecameOfPersonsIsLogged() {
        clear();
        String home = "; birth 2015-03-07; home 500101001001; father 张伟";
        tell("a/1", "name 张子涵" + home);
        tell("b/1", "name 张子涵; birth 2012-10-30");
        link("one");
        tell("b/1", "name 张子涵" + home);
        link("two");
        tell("b/1", "name 王鹏; birth 2012-10-30");
        link("three");

        assertThat(jdbc.sql("select run_id || ' ' || kind from linkage.identity_change order by seq")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "one created", "one created", "two joined", "two retired", "three created", "three split");
        assertThat(jdbc.sql("select count(*) from linkage.person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private static String any(Map<String, String> told, Random random) {
        return new ArrayList<>(told.keySet()).get(random.nextInt(told.size()));
    }

    private static void say(Verdict.Kind kind, String a, String b) {
        if (!a.equals(b)) {
            verdicts.say(kind, SourceKey.parse(a), SourceKey.parse(b), "wang", "seen both");
        }
    }

    private static List<String> decidedByPerson() {
        return jdbc.sql("""
                        select feed || '/' || source_key from mart.membership where decided_by = 'person'
                        order by (feed || '/' || source_key) collate "C\"""").query(String.class).list();
    }

    private static void clear() {
        jdbc.sql("""
                truncate mapping.source_record, mapping.changed_record, linkage.person, linkage.membership, linkage.block,
                    linkage.edge, linkage.review_pair, linkage.identity_change, linkage.touched_person, linkage.core,
                    linkage.verdict, linkage.reopened, linkage.second_opinion
                restart identity cascade""").update();
    }

    private static void tell(String key, String told) {
        SourceRecord record = Told.source(1, key, told);
        long id = jdbc.sql("""
                        insert into mapping.source_record
                            (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes, doubts)
                        values ('child', :feed, :key, false, now(), 1, 1, :attributes::jsonb, :doubts::jsonb)
                        on conflict (feed, source_key) do update
                        set attributes = excluded.attributes, doubts = excluded.doubts
                        returning record_id""")
                .param("feed", record.key().feed())
                .param("key", record.key().key())
                .param("attributes", JsonMapper.shared().writeValueAsString(record.attributes()))
                .param("doubts", JsonMapper.shared().writeValueAsString(record.doubts()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into mapping.changed_record values (:id, 'child', 'run') on conflict do nothing")
                .param("id", id)
                .update();
    }

    private static LinkageReport link(String run) {
        LinkageReport report = transaction.execute(status -> stage.link(Population.CHILD, run, Told.DAY, done -> {}));
        assertThat(report).isNotNull();
        return report;
    }

    private static Clusters.Decision fromTheStart(Map<String, String> told, List<Verdict> verdicts) {
        List<LinkRecord> records = new ArrayList<>();
        told.forEach((key, text) -> records.add(Told.record(records.size() + 1L, key, text)));
        Set<Long> all = records.stream().map(LinkRecord::recordId).collect(Collectors.toSet());
        return Clusters.decide(
                records, new Pairs(Weights.CHILD, done -> {}).edges(records, all), Bonds.of(verdicts), Weights.CHILD);
    }

    private static String persons(Clusters.Decision decision) {
        return decision.persons().stream()
                .map(person -> person.stream()
                        .map(record -> record.key().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String review(Clusters.Decision decision, Map<String, String> told) {
        List<String> keys = List.copyOf(told.keySet());
        return decision.review().stream()
                .map(edge -> Stream.of(edge.a(), edge.b())
                        .map(id -> keys.get((int) (id - 1)))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The persons as keys of their records, one a line. */
    private static String persons() {
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

    private static String review() {
        return jdbc.sql("""
                        select least(a.k, b.k) || ' ' || greatest(a.k, b.k)
                        from linkage.review_pair p
                        join (select record_id, feed || '/' || source_key as k from mapping.source_record) a
                            on a.record_id = p.a
                        join (select record_id, feed || '/' || source_key as k from mapping.source_record) b
                            on b.record_id = p.b
                        order by 1""").query(String.class).list().stream().collect(Collectors.joining("\n"));
    }
}
