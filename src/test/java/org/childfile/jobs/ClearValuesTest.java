package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Keyring;
import org.childfile.database.TestDatabase;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.SourceRecords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No value that is to be sealed stands in clear, or under a mask that leaves few candidates, in any column of any table. */
class ClearValuesTest {

    private final Nights nights = Nights.shared().empty();
    private final JdbcClient jdbc = JdbcClient.create(nights.database());
    /** Sees every table. */
    private final JdbcClient owner = JdbcClient.create(TestDatabase.dataSource(nights.address()));

    @Test
    void nothingThatIsToBeSealedStandsInClear() {
        nights.run(1);
        Set<String> values = sealedValues();
        assertThat(values.size()).isGreaterThan(300);
        Map<String, Set<String>> found = new TreeMap<>();
        for (String table : tables()) {
            owner.sql("select c.key, n as value from " + table + " t cross join lateral jsonb_each_text(to_jsonb(t)) c"
                            + " join unnest(:values::text[]) n on strpos(c.value, n) > 0"
                            + " where exists (select from unnest(:values::text[]) m where strpos(t::text, m) > 0)"
                            + " group by 1, 2")
                    .param("values", values.toArray(String[]::new))
                    .query(row -> {
                        found.computeIfAbsent(table + "." + row.getString(1), key -> new TreeSet<>())
                                .add(row.getString(2));
                    });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aStoredMaskShowsTheRegionOfAnIdNumberAtMost() {
        nights.run(1);
        for (String table : tables()) {
            assertThat(owner.sql("select c.key || ' ' || c.value from " + table
                                    + " t cross join lateral jsonb_each_text(to_jsonb(t)) c"
                                    + " where c.value ~ '[*]{4,}[0-9X]'")
                            .query(String.class)
                            .list())
                    .as(table)
                    .isEmpty();
        }
        assertThat(nights.books().texts("select distinct id_number from mart.child where id_number is not null"))
                .allMatch(mask -> mask.matches("\\d{6}\\*{12}|\\d{6}\\*{9}|\\*+"));
    }

    private List<String> tables() {
        return nights.books().texts("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^pg_' order by 1""");
    }

    /** What the records of all populations say in attributes that are to be sealed, as far as it tells anything by itself. */
    private Set<String> sealedValues() {
        Keyring keys = TestKeys.of(nights.database());
        Set<String> values = new LinkedHashSet<>();
        // An address may be written as an organisation or a school is, or in its name: that stands for the other thing,
        // too.
        Set<String> open = new LinkedHashSet<>();
        for (Population population : Population.values()) {
            AttributeCatalogue catalogue = AttributeCatalogue.of(population);
            Set<String> sealed = new TreeSet<>(catalogue.identifiers());
            sealed.addAll(catalogue.sensitive());
            new SourceRecords(nights.database(), keys)
                    .stream(
                            "select " + SourceRecords.COLUMNS + " from mapping.source_record r where r.population = ?",
                            record -> record.attributes().forEach((attribute, value) -> {
                                if (!sealed.contains(attribute)) {
                                    add(value, open);
                                } else if (!attribute.endsWith("place")) {
                                    add(value, values);
                                }
                            }),
                            population.written());
        }
        values.removeIf(value -> open.stream().anyMatch(other -> other.contains(value)));
        return values;
    }

    /** Days and short codes stand for other things, too. */
    private static void add(Object value, Set<String> values) {
        if (value instanceof List<?> list) {
            list.forEach(each -> add(each, values));
        } else if (!value.toString().matches("\\d{4}-\\d\\d-\\d\\d|[0-9.-]*")
                        && value.toString().length() >= 4
                || value.toString().matches("\\d{11,}[X0-9]?")) {
            values.add(value.toString());
        }
    }
}
