package org.childfile.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.database.DatabaseAddress;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class SqlCommandTest {

    private static DatabaseAddress address;

    @BeforeAll
    static void createDatabase() throws SQLException {
        address = TestDatabase.migrated();
        execute("create table public.kept (n integer, name text)");
        execute("insert into public.kept values (1, '张三'), (2, null)");
        execute("grant usage on schema public to childfile_api");
        execute("grant select on public.kept to childfile_api");
    }

    @Test
    void rowsArePrintedAsATable() {
        assertThat(sql("select n, name from kept order by n").out()).isEqualTo("""
                n  name
                ─  ────
                1  张三
                2
                """);
    }

    @Test
    void rowsArePrintedAsCsvOrJson() {
        assertThat(sql("select n, name from kept order by n", "--csv").out()).isEqualTo("n,name\n1,张三\n2,\n");
        assertThat(sql("select n, name from kept order by n", "--json").out()).isEqualTo("""
                {"n":"1","name":"张三"}
                {"n":"2","name":null}
                """);
    }

    @Test
    void aTextThatASpreadsheetWouldCarryOutIsMarkedInCsvAndNotInJson() {
        String query = "select '=1+1' as a, -1 as n, '-1' as t, null::text as z, date '2026-11-21' as d, e'\\t@x' as b";

        assertThat(sql(query, "--csv").out()).isEqualTo("a,n,t,z,d,b\n'=1+1,-1,'-1,,2026-11-21,'\t@x\n");
        assertThat(sql(query, "--json").out())
                .isEqualTo(
                        "{\"a\":\"=1+1\",\"n\":\"-1\",\"t\":\"-1\",\"z\":null,\"d\":\"2026-11-21\",\"b\":\"\\t@x\"}\n");
    }

    @Test
    void aValueCannotSteerTheTerminal() {
        assertThat(sql("select e'a\\nb\\x1b[2J' as a").out()).isEqualTo("a\n───────\na·b·[2J\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from kept",
                "update kept set n = 3",
                "drop table kept",
                "insert into kept values (3) returning n",
                "with gone as (delete from kept returning n) select * from gone",
                "select 1; delete from kept",
                "commit; delete from kept; commit",
                "set transaction read write; delete from kept; commit; select 1",
                "rollback; set session characteristics as transaction read write; delete from kept; select 1",
                "copy (select 1) to program 'true'",
                "",
                "select set_config('transaction_read_only', 'off', false); delete from kept; commit"
            })
    void nothingCanBeWritten(String query) throws SQLException {
        CommandRun run = sql(query);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Error: the query cannot be run: ");
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sum(n), count(*) from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(3);
            assertThat(rows.getInt(2)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1;",
                " -- a remark\n(select 1) union all (select 2)",
                "/* a; remark */ WITH a AS (SELECT ';') TABLE a",
                "explain select 1",
                "show timezone",
                "values (1)"
            })
    void everyQuestionIsAnswered(String query) {
        assertThat(sql(query))
                .satisfies(run -> assertThat(run.err()).isEmpty())
                .extracting(CommandRun::exitCode)
                .isEqualTo(0);
    }

    @Test
    void aMistakeInAQueryIsWrongUse() {
        CommandRun run = sql("select * from mart.chidl");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("relation \"mart.chidl\" does not exist");
    }

    private static CommandRun sql(String query, String... form) {
        String[] words = new String[form.length + 2];
        words[0] = "sql";
        words[1] = query;
        System.arraycopy(form, 0, words, 2, form.length);
        return CommandRun.of(
                Map.of(
                        "CHILDFILE_LANG",
                        "en",
                        "CHILDFILE_DB_URL",
                        address.url(),
                        "CHILDFILE_DB_USER",
                        address.user(),
                        "CHILDFILE_DB_PASSWORD",
                        address.password()),
                words);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
