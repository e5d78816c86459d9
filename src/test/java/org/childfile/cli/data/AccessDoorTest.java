package org.childfile.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.TestFiles;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the command line shows of persons stands in the access log, with its proof. */
class AccessDoorTest extends OnSecondNight {

    @Test
    void everyCommandThatShowsAPersonIsRecorded() {
        database = TestServer.copy(afterFirstNight);
        String child =
                texts("select child_id from mart.child order by 1 limit 1").getFirst();
        String other = texts("select child_id from mart.child order by 1 offset 1 limit 1")
                .getFirst();

        childfile("child", child);
        childfile("child", "--limit", "2", "--reveal", "--reason", "a test");
        childfile("sql", "select name, child_id as x from mart.child order by child_id limit 2", "--csv");
        childfile("sql", "select name from mart.child limit 3");
        childfile("explain", child);

        assertThat(texts("""
                        select concat_ws(' ', role, purpose, door, action, person_id, detail,
                            case when action <> 'read' then array_to_string(attributes, ',') end)
                        from ops.access order by seq"""))
                .contains(
                        "operator operations cli read " + child + " masked",
                        "operator operations cli search " + child + " revealed name,birth_date,feeds",
                        "operator operations cli search " + other + " revealed name,birth_date,feeds",
                        "operator operations cli sql " + child + " rows 2 name,x",
                        "operator operations cli sql " + other + " rows 2 name,x",
                        "operator operations cli sql rows 3 name",
                        "operator operations cli explain " + child + " masked ");
        assertThat(texts("select distinct subject from ops.access")).containsExactly("wang");
        assertThat(texts("select array_to_string(attributes, ' ') from ops.access where action = 'read'"))
                .first()
                .asString()
                .contains("name", "birth_date");
    }

    @Test
    void aQueryTellsNoValueByItsErrorAsksAsNobodyElseAndPacksNobodyIntoOneCell() {
        database = TestServer.copy(afterFirstNight);

        assertThat(childfile("sql", "select string_agg(name, '|')::int from mart.child")
                        .err())
                .startsWith("Error: the query cannot be run: SQLSTATE 22P02")
                .endsWith("the server's text may quote values and is not shown\n");
        for (String other : List.of(
                "select set_config('childfile.claims', '{}', true) from mart.child",
                "select SET_CONFIG('role', 'none', true)",
                "select U&\"set\\005fconfig\"('role', 'none', true)",
                "select query_to_xml('select 1', true, true, '')",
                "select setting from pg_settings")) {
            assertThat(childfile("sql", other).err()).as(other).contains("by which one would ask as somebody else");
        }
        String packed = "select string_agg(name, '|') from mart.child";
        assertThat(childfile("sql", packed).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(childfile("sql", packed).err()).contains("may hold many persons: say why with --reason TEXT");
        assertThat(childfile("sql", "--reason", "a test", packed).exitCode()).isZero();
        assertThat(childfile("sql", "select count(*) from mart.child").exitCode())
                .isZero();
        assertThat(texts("select detail from ops.access where action = 'refused' order by seq"))
                .containsExactly("sql: no reason", "sql: no reason");
    }

    /** What was consented to is what is carried out: a file of arguments could say something else by then. */
    @Test
    void argumentsAreReadFromNoFile() throws IOException {
        database = TestServer.copy(afterFirstNight);
        Path arguments = Files.writeString(TestFiles.temporary("arguments").resolve("args"), "--limit\n3\n");

        assertThat(childfile("child", "--limit", "3").exitCode()).isZero();
        assertThat(childfile("child", "@" + arguments).exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void theLogIsListedAndProved() {
        database = TestServer.copy(afterFirstNight);
        String child =
                texts("select child_id from mart.child order by 1 limit 1").getFirst();
        childfile("child", child);
        childfile("child", "--limit", "3");

        assertThat(childfile("audit", "list", "--child", child).out().lines().skip(2))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("cli", child));
        assertThat(childfile("audit", "list", "--subject", "nobody").out()).isEqualTo("(none)\n");
        assertThat(childfile("audit", "list", "--since", "2020-01-01", "--limit", "2")
                        .out()
                        .lines())
                .hasSize(4);
        CommandRun proof = childfile("audit", "verify");
        assertThat(proof.exitCode()).isZero();
        assertThat(proof.out()).startsWith("""
                        The access log is whole: 8 accesses, none altered, put in or taken out
                        Proved: accesses 1 to 8 are bound by the key hmac-sha256:test, which the
                        database does not know. Its owner cannot have altered, put in or taken out any
                        of them but at the end
                        Not proved: no anchor from outside was given, so accesses could have been taken
                        from the end. Give those that the nights pushed: --anchors FILE
                        Anchor of now (keep it where this database cannot be changed from): 8:""");
        assertThat(texts("select action from ops.access where person_id is null order by seq"))
                .containsExactly("audit list", "audit list", "audit verify");

        JdbcClient.create(TestDatabase.dataSource(database))
                .sql("alter table audit.access disable trigger append_only")
                .update();
        JdbcClient.create(TestDatabase.dataSource(database))
                .sql("delete from audit.access where seq = 2")
                .update();
        CommandRun broken = childfile("audit", "verify");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(broken.out()).startsWith("The access log is broken: access 2 is not as it was written\n");
        assertThat(childfile("audit", "verify", "--anchor", "4").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
