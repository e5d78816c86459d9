package org.childfile.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of itself. */
class DictionaryTest {

    private final DatabaseAddress address = TestServer.fresh();

    @Test
    void thePageIsWhatTheCommandMakes(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("dictionary.md");
        CommandRun run = CommandRun.of(
                Map.of(
                        "CHILDFILE_LANG",
                        "en",
                        "CHILDFILE_DB_URL",
                        address.url(),
                        "CHILDFILE_DB_USER",
                        address.user(),
                        "CHILDFILE_DB_PASSWORD",
                        address.password()),
                "publish",
                "--dictionary",
                page.toString());

        assertThat(run.err()).isEmpty();
        assertThat(Path.of("docs/data-dictionary.md")).hasSameTextualContentAs(page);
        assertThat(Files.readString(page)).contains("## mart.child_version").contains("| `valid_to` | date |");
    }

    @Test
    void everyPublishedViewColumnAndFunctionHasItsComment() {
        List<String> silent = JdbcClient.create(address.dataSource())
                .sql("""
                        select c.oid::regclass || coalesce('.' || a.attname, '')
                        from pg_class c
                        left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace in ('mart'::regnamespace, 'ops'::regnamespace) and c.relkind in ('r', 'v')
                          and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
                        union all
                        select p.oid::regprocedure::text from pg_proc p
                        where p.pronamespace in ('mart'::regnamespace, 'ops'::regnamespace)
                          and obj_description(p.oid, 'pg_proc') is null""")
                .query(String.class)
                .list();

        assertThat(silent).isEmpty();
    }
}
