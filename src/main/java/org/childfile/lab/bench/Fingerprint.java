package org.childfile.lab.bench;

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
 * same. Moments, numbers given in the order of arrival, ids made of random numbers and what stands sealed are left out; so is how
 * far departments have come with what goes to them, which is sent beside the nights.
 */
record Fingerprint(SortedMap<String, String> views) {

    /** By view the list of its columns that are compared. */
    private static final String COLUMNS = """
        select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = 'mart'::regnamespace and c.relkind = 'v'
          and c.relname not in ('application', 'application_event', 'child_help', 'correction_request')
          and a.atttypid not in ('timestamptz'::regtype, 'bytea'::regtype)
          and a.attname not in ('seq', 'run_id', 'wakeup_id', 'application_id', 'receipt', 'question_id', 'decision_id')
        group by c.relname order by c.relname""";

    /** Of all that the program itself may see. */
    static Fingerprint of(Connection program) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>();
        try (Statement statement = program.createStatement();
                ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        SortedMap<String, String> views = new TreeMap<>();
        for (Map.Entry<String, String> view : columns.entrySet()) {
            String sql = """
                    select count(*) || ' rows, ' || coalesce(md5(string_agg(d, '' order by d)), '')
                    from (select md5(regexp_replace(row(%s)::text, '~[.][A-Za-z0-9_.+/=-]+', '~', 'g')) as d
                          from mart.%s) x""".formatted(view.getValue(), view.getKey());
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
