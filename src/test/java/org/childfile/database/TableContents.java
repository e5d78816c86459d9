package org.childfile.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of a database hold, down to the last value. */
public final class TableContents {

    private TableContents() {}

    /** By table of some schemas the number of its rows and a digest of all of them, in whatever order they lie. */
    public static Map<String, String> of(DataSource dataSource, String... schemas) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        List<String> tables = jdbc.sql(
                        "select schemaname || '.' || tablename from pg_tables where schemaname = any(:schemas)")
                .param("schemas", schemas)
                .query(String.class)
                .list();
        Map<String, String> contents = new TreeMap<>();
        for (String table : tables) {
            contents.put(
                    table,
                    jdbc.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from "
                                            + table + " t")
                            .query(String.class)
                            .single());
        }
        return contents;
    }
}
