package org.childfile.access.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.privacy.AuditKeys;
import org.childfile.kernel.CityTime;

/**
 * A year of what was done with the data: the tables of the report on the protection of minors' data that the law asks for, by
 * the end of the January after it. Persons are counted by the age that they had on the day: under 14, from 14 to 18, over.
 *
 * <p>Source: Regulations on the Protection of Minors in Cyberspace, art. 37; announcement of the Cyberspace Administration of
 * China of 2025-12-29 on reporting the compliance audits on minors' personal information.
 *
 * @param proof whether the access log is whole, as of now
 */
public record YearReport(int year, List<Table> tables, AccessProof proof) {
    private static final List<String> NAMES = List.of(
            "persons",
            "bands",
            "accesses",
            "revealed",
            "exports",
            "subjects",
            "refusals",
            "corrections",
            "requests",
            "erasures",
            "breaches",
            "assessments",
            "acts",
            "ages",
            "keys",
            "findings");

    /**
     * One table.
     *
     * @param name {@code accesses}, {@code subjects}, {@code exports} …
     * @param columns names of columns, such as {@code month}
     */
    public record Table(String name, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public YearReport {
        tables = List.copyOf(tables);
    }

    /** The same with a table before the others, of what the settings say. */
    public YearReport after(Table first) {
        List<Table> all = new ArrayList<>(tables);
        all.addFirst(first);
        return new YearReport(year, all, proof);
    }

    /**
     * The report of a year in Asia/Shanghai, so far if it has not ended.
     *
     * @param manyPersons how many persons a user may be shown in a day before it is a finding
     */
    public static YearReport of(DataSource dataSource, AuditKeys keys, int year, int manyPersons) {
        YearStore store = new YearStore(dataSource);
        OffsetDateTime since =
                LocalDate.of(year, 1, 1).atStartOfDay(CityTime.ZONE).toOffsetDateTime();
        List<Table> tables = new ArrayList<>();
        for (String name : NAMES) {
            tables.add(store.table(name, since, since.plusYears(1), manyPersons));
        }
        return new YearReport(year, tables, AccessProof.of(dataSource, keys, List.of()));
    }
}
