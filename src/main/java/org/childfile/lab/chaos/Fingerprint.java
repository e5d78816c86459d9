package org.childfile.lab.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a warehouse tells other programs, as a digest a view: two warehouses with the same keys that were told the same say the
 * same. Moments, numbers given in the order of arrival, ids made of random numbers and what stands sealed are left out; of what
 * goes to departments, which is sent beside the nights, only what it is and whom it goes to is compared.
 */
record Fingerprint(SortedMap<String, String> views) {

    /** By view the list of its columns that are compared. */
    private static final String COLUMNS = """
        select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
          and c.relname not in ('application_event', 'child_help', 'correction_request', 'change_batch')
          and a.atttypid not in ('timestamptz'::regtype, 'bytea'::regtype)
          and a.attname not in ('seq', 'run_id', 'wakeup_id', 'application_id', 'receipt', 'question_id', 'decision_id')
          -- Steps that come to their end in another order than usual are other transactions.
          and (c.relname <> 'change' or a.attname not in ('position', 'number'))
          and (c.relname <> 'application'
               or a.attname in ('child_id', 'template', 'department', 'urgent', 'missing'))
        group by c.relname order by c.relname""";

    /**
     * The same of what holds now, where an id is the first of the person's records: when it came to be said, in how many
     * versions, and which of the records came first is left out.
     */
    private static final String COLUMNS_OF_STATE = """
        select c.relname, string_agg(
            case when a.attname in ('child_id', 'volunteer_id', 'person_id')
                 then '(select f.record from first_record f where f.person_id = v.' || quote_ident(a.attname) || ')'
                 else quote_ident(a.attname) end, ', ' order by a.attnum)
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
          and c.relname in ('child', 'child_conflict', 'child_doubt', 'child_kind', 'membership', 'volunteer',
                            'volunteer_doubt')
          and a.atttypid not in ('timestamptz'::regtype, 'bytea'::regtype)
          and a.attname not in ('version', 'valid_from', 'since')
        group by c.relname order by c.relname""";

    private static final String FIRST_RECORDS = """
        create temporary table first_record as
        select person_id, min(feed || ' ' || source_key) as record from mart.membership group by person_id""";

    /** Of all that the program itself may see, with its history. */
    static Fingerprint of(Connection program) throws SQLException {
        return of(program, COLUMNS);
    }

    /** Of what holds now. */
    static Fingerprint ofState(Connection program) throws SQLException {
        try (Statement statement = program.createStatement()) {
            statement.execute(FIRST_RECORDS);
        }
        return of(program, COLUMNS_OF_STATE);
    }

    private static Fingerprint of(Connection program, String compared) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>();
        try (Statement statement = program.createStatement();
                ResultSet row = statement.executeQuery(compared)) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        SortedMap<String, String> views = new TreeMap<>();
        for (Map.Entry<String, String> view : columns.entrySet()) {
            String sql = """
                    select count(*) || ' rows, ' || coalesce(md5(string_agg(d, '' order by d)), '')
                    from (select md5(regexp_replace(row(%s)::text, '~[.][A-Za-z0-9_.+/=-]+', '~', 'g')) as d
                          from mart.%s v) x""".formatted(view.getValue(), view.getKey());
            try (PreparedStatement digest = program.prepareStatement(sql);
                    ResultSet row = digest.executeQuery()) {
                row.next();
                views.put(view.getKey(), row.getString(1));
            }
        }
        return new Fingerprint(views);
    }

    /** The views that say something else than those of another one, each with both digests; empty where none does. */
    String differenceTo(Fingerprint other) {
        return views.entrySet().stream()
                .filter(view -> !view.getValue().equals(other.views.get(view.getKey())))
                .map(view -> view.getKey() + ": " + view.getValue() + " / " + other.views.get(view.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
