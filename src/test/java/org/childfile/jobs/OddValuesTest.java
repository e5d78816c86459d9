package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Standard records with values that mapping lets nobody have: every stage behind it must set aside what it cannot work on,
 * and go on with all others.
 */
class OddValuesTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int RECORDS = 40;

    private final Nights nights = Nights.shared().empty();
    private final JdbcClient jdbc = JdbcClient.create(nights.database());

    /** A standard record whose values are replaced, and its attributes before. */
    private record Touched(long id, String subject, String population, String before) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void valuesOfEveryKindCostTheirRecordsAndPersonsAlone(long seed) {
        assertThat(nights.run(1).state()).isEqualTo(Run.State.DONE);
        Map<String, List<String>> good = nights.books().published();
        List<Touched> touched = spoil(seed);

        Run odd = nights.run(1);

        assertThat(nights.books()
                        .texts("select state || coalesce(message, '') from ops.run where run_id = '" + odd.runId()
                                + "'"))
                .allMatch(said -> said.startsWith("attention"));
        assertThat(nights.books().lost(odd)).isEmpty();
        assertThat(stages(odd)).contains("hidden", "propose", "wake-ups", "coverage");
        Set<String> affected = affected(touched);
        assertThat(open()).isNotEmpty().allSatisfy(entry -> assertThat(affected).contains(entry));
        assertThat(personsWithoutFile(affected)).isEmpty();

        restore(touched);
        Run mended = nights.run(1);
        assertThat(mended.state()).isEqualTo(Run.State.DONE);
        assertThat(open()).isEmpty();
        assertThat(Books.differences(good, nights.books().published())).isEmpty();
    }

    /** What is said of it names feed, key and field, and never the value. */
    @Test
    void theReportNamesThePlaceAndNoValue() {
        nights.run(1);
        Touched record = children().getFirst();
        write(record, Map.of("name", "王\uD873小明"));
        nights.run(1);
        assertThat(nights.books().texts("""
                        select stage || ' | ' || feed || ' | ' || field || ' | ' || reason
                        from ops.set_aside where resolved is null"""))
                .containsExactly(
                        "merge children | " + record.subject().split(" ", 2)[0] + " | name | FORBIDDEN_CHARACTER");
        assertThat(nights.books().texts("select coalesce(message, '') from ops.run"))
                .noneMatch(message -> message.contains("小明"));
    }

    /** A call for help goes out, though its record has a kind of care that nobody knows. */
    @Test
    void aCareRecordOfAnUnknownKindCostsNoCallForHelp() {
        nights.run(1);
        long calls = count("wakeup.wakeup");
        Touched record = all("care").getFirst();
        write(record, Map.of("kind", "PICNIC", "problem", "ILLNESS"));

        Run odd = nights.run(1);

        assertThat(odd.state()).isEqualTo(Run.State.ATTENTION);
        assertThat(nights.books().texts("""
                        select stage || ' | ' || field || ' | ' || reason from ops.set_aside where resolved is null""")).containsExactly("duties | kind | BAD_CODE");
        assertThat(count("wakeup.wakeup")).isGreaterThanOrEqualTo(calls);
        assertThat(nights.books()
                        .texts("select wakeup_id from wakeup.wakeup where feed || ' ' || source_key = '"
                                + record.subject() + "'"))
                .hasSize(1);
    }

    private List<Touched> spoil(long seed) {
        Random random = new Random(seed);
        OddValues values = new OddValues(seed);
        List<Touched> touched = new ArrayList<>();
        for (String population : List.of("child", "volunteer", "pairing", "care")) {
            List<Touched> all = new ArrayList<>(all(population));
            java.util.Collections.shuffle(all, random);
            for (Touched record : all.subList(0, Math.min(RECORDS / 4, all.size()))) {
                Map<String, Object> odd = new LinkedHashMap<>();
                List<String> names = new ArrayList<>(read(record.before()).keySet());
                for (int i = 0; i < 3; i++) {
                    odd.put(names.get(random.nextInt(names.size())), values.next());
                }
                write(record, odd);
                touched.add(record);
            }
        }
        return touched;
    }

    private List<Touched> children() {
        return all("child");
    }

    private List<Touched> all(String population) {
        return jdbc.sql("""
                        select record_id, feed || ' ' || source_key, population, attributes::text
                        from mapping.source_record where population = :population and not withdrawn
                        order by feed collate "C", source_key collate "C\"""")
                .param("population", population)
                .query((row, number) ->
                        new Touched(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private void write(Touched record, Map<String, Object> odd) {
        Map<String, Object> attributes = new HashMap<>(read(record.before()));
        attributes.putAll(odd);
        put(record, JSON.writeValueAsString(attributes));
    }

    private void restore(List<Touched> touched) {
        touched.forEach(record -> put(record, record.before()));
    }

    private void put(Touched record, String attributes) {
        jdbc.sql("update mapping.source_record set attributes = :attributes::json where record_id = :id")
                .param("attributes", attributes)
                .param("id", record.id())
                .update();
        jdbc.sql("""
                        insert into mapping.changed_record (record_id, population, run_id)
                        values (:id, :population, 'test') on conflict do nothing""")
                .param("id", record.id())
                .param("population", record.population())
                .update();
    }

    private static Map<String, Object> read(String attributes) {
        return JSON.readValue(attributes, new TypeReference<>() {});
    }

    private List<String> open() {
        return nights.books().texts("select subject from ops.set_aside where resolved is null order by subject");
    }

    private List<String> stages(Run run) {
        return nights.books().texts("select stage from ops.stage where run_id = '" + run.runId() + "' order by ended");
    }

    /** The records, and the persons whose records they are or were. */
    private Set<String> affected(List<Touched> touched) {
        Set<String> affected = new TreeSet<>();
        touched.forEach(record -> affected.add(record.subject()));
        affected.addAll(nights.books().texts("""
                select distinct m.person_id from linkage.membership m
                join mapping.source_record r using (record_id)
                where r.feed || ' ' || r.source_key = any (string_to_array('""" + String.join("\n", affected).replace("'", "''") + "', E'\\n'))"));
        return affected;
    }

    /** Persons who have records, but no file, and no record that was spoilt. */
    private List<String> personsWithoutFile(Set<String> affected) {
        return nights.books().texts("""
                        select distinct m.person_id from linkage.membership m
                        where not exists (select from mart.child c where c.child_id = m.person_id)
                          and not exists (select from mart.volunteer v where v.volunteer_id = m.person_id)""").stream()
                .filter(person -> !affected.contains(person))
                .toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
