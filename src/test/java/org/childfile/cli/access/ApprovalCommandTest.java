package org.childfile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.childfile.jobs.TestFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs more than a right: a reason, and above a limit a second person. */
class ApprovalCommandTest extends OnSecondNight {

    private static final String[] FIVE = {"child", "--limit", "5", "--reveal", "--reason", "visit planned"};

    @BeforeEach
    void openOneWarehouse() {
        database = TestServer.copy(afterFirstNight);
        limit("reason_above = 3, approval_above = 4");
    }

    @Test
    void masksAreLiftedForAReasonAlone() {
        CommandRun without = childfile("child", "--limit", "2", "--reveal");
        CommandRun with = childfile("child", "--limit", "2", "--reveal", "--reason", "visit planned");

        assertThat(without.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(without.out()).isEmpty();
        assertThat(without.err()).startsWith("Error: Masks are lifted for a reason, which is recorded: --reason TEXT");
        assertThat(with.exitCode()).isZero();
        assertThat(texts("select action || ' ' || detail || ' ' || reason from ops.access order by seq"))
                .containsExactly(
                        "refused search: no reason ", "search revealed visit planned", "search revealed visit planned");
        assertThat(childfile("child", "--reveal", "--reason", "500112201503070029")
                        .err())
                .startsWith("Error: --reason: leave numbers of persons out of it");
    }

    @Test
    void anAnswerToAQueryOfManyNeedsAReasonUnderWhateverNamesItsColumnsGo() {
        for (String query : List.of(
                "select child_id from mart.child limit 4",
                "select 'x' || child_id || 'y' as z from mart.child limit 4",
                "select name from mart.child limit 4",
                "select upper(name) as shout from mart.child limit 4",
                "select birth_date from mart.child_version limit 4")) {
            CommandRun without = childfile("sql", query);
            assertThat(without.exitCode()).as(query).isEqualTo(ExitCode.WRONG_USE);
            assertThat(without.out()).as(query).isEmpty();
            assertThat(without.err()).startsWith("Error: This shows more than 3 persons");
            assertThat(childfile("sql", query, "--reason", "a count").exitCode())
                    .isZero();
        }
        for (String query : List.of(
                "select child_id from mart.child limit 3",
                "select count(*) from mart.child",
                "select generate_series(1, 9)",
                "select stage, seconds from ops.stage limit 9")) {
            assertThat(childfile("sql", query).exitCode()).as(query).isZero();
        }
    }

    @Test
    void anExportOfManyNeedsAReasonAndItsPersonsStandInTheLog() {
        String directory = TestFiles.temporary("export").toString();
        CommandRun without = childfile("export", "--to", directory, "--table", "children,pairings");
        CommandRun with =
                childfile("export", "--to", directory, "--table", "children,pairings", "--reason", "handed over");

        assertThat(without.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(texts("""
                        select person_id from ops.access where action = 'export' and reason = 'handed over'
                        order by 1""")).isEqualTo(texts("""
                        select distinct id from (select child_id as id from mart.child
                                                 union select child_id from mart.pairing
                                                 union select volunteer_id from mart.pairing) each
                        where id is not null order by 1"""));
        assertThat(texts("select detail from ops.access where action = 'export table' order by seq"))
                .first()
                .isEqualTo("children " + count("select count(*) from mart.child"));
    }

    @Test
    void theMasksOfVeryManyAreLiftedWhenASecondPersonConsents() {
        CommandRun asked = childfile(FIVE);

        assertThat(asked.exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err())
                .contains("This lifts the masks of 5 persons; above 4 a second person consents. Request 1 is kept");
        assertThat(childfile(FIVE).err()).contains("Request 1 is kept");
        assertThat(as("li", "approval", "grant", "1").exitCode()).isZero();
        assertThat(childfile("child", "--limit", "6", "--reveal", "--reason", "visit planned")
                        .err())
                .contains("Request 2 is kept");
        assertThat(childfile("child", "--limit", "5", "--reveal", "--reason", "other words")
                        .exitCode())
                .isZero();
        assertThat(childfile(FIVE).err()).contains("Request 3 is kept");
        assertThat(as("li", "approval", "refuse", "3").exitCode()).isZero();
        assertThat(as("li", "approval", "grant", "3").err()).contains("request 3 is decided already");
        assertThat(childfile("approval", "list").out())
                .contains("wang", "search", "used", "refused", "waits", "li", "visit planned");
        assertThat(texts("select subject || ' ' || detail from ops.access where action = 'approval' order by seq"))
                .startsWith(
                        "wang asked 1, search, persons 5",
                        "wang asked 1, search, persons 5",
                        "li granted 1 by li",
                        "wang asked 2, search, persons 6",
                        "wang used 1");
    }

    @Test
    void whoAskedConsentsToNothingNotByATokenEither() {
        childfile(FIVE);
        String own = token("wang", "security-officer", "officer");
        String officers = token("li", "security-officer", "officer");
        String districts = token("li", "district", "zhou");

        assertThat(childfile("approval", "grant", "1").err()).contains("request 1 needs a second person");
        assertThat(consent(own).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(consent(districts).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(consent("x.y.z").exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(consent(officers).exitCode()).isZero();
        assertThat(childfile(FIVE).exitCode()).isZero();
        assertThat(texts("select decided_by from audit.approval")).containsExactly("officer (token of li)");
    }

    @Test
    void aRevokedTokenConsentsToNothing() {
        childfile(FIVE);
        String officers = token("li", "security-officer", "officer");
        assertThat(childfile("token", "revoke", "--subject", "officer", "--reason", "left the desk")
                        .exitCode())
                .isZero();

        assertThat(consent(officers).exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(texts("select decided_by from audit.approval where decided_by is not null"))
                .isEmpty();
    }

    @Test
    void onlyTheAccountsThatMayConsentDo() {
        limit("accounts = '{zhou}'");
        childfile(FIVE);

        assertThat(as("li", "approval", "grant", "1").exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(as("zhou", "approval", "grant", "1").exitCode()).isZero();
    }

    @Test
    void aConsentEndsWithItsTime() {
        childfile(FIVE);
        limit("approval_hours = 0");
        as("li", "approval", "grant", "1");

        assertThat(childfile(FIVE).exitCode()).isEqualTo(ExitCode.ATTENTION);
        assertThat(childfile("approval", "list").out()).contains("expired");
    }

    @Test
    void whoIsNotKnownNeitherAsksNorConsentsNorIssuesWhatConsents() {
        assertThat(as(CommandRun.SOMEBODY, FIVE).err()).contains("nobody knows who is behind the account childfile");
        assertThat(texts("select person from audit.approval")).isEmpty();

        childfile(FIVE);
        String officers = token(CommandRun.SOMEBODY, "security-officer", "officer");
        assertThat(as(CommandRun.SOMEBODY, "approval", "grant", "1").err()).contains("request 1 needs a second person");
        assertThat(consent(officers).err()).contains("request 1 needs a second person");
        assertThat(as("li", "approval", "grant", "1").exitCode()).isZero();
    }

    @Test
    void aTokenOnTheCommandLineIsNotTaken() {
        childfile(FIVE);

        assertThat(as("li", "approval", "grant", "1", "--token", "x.y.z").err())
                .contains("is read by everybody at the machine");
        assertThat(as("li", "approval", "grant", "1", "--token", "-").err())
                .contains("nothing came on the standard input");
    }

    private CommandRun consent(String token) {
        return CommandRun.typing(token + "\n", environment(), "approval", "grant", "1", "--token", "-");
    }

    private String token(String issuer, String role, String subject) {
        String division = role.equals("district") ? "500112" : "";
        List<String> words = new ArrayList<>(List.of(
                "token",
                "--role",
                role,
                "--purpose",
                role.equals("district") ? "care" : "audit",
                "--subject",
                subject));
        if (!division.isEmpty()) {
            words.addAll(List.of("--division", division));
        }
        CommandRun run = as(issuer, words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().strip();
    }

    private CommandRun as(String operator, String... words) {
        Map<String, String> environment = environment();
        environment.put(CommandRun.OPERATOR, operator);
        return CommandRun.of(environment, words);
    }

    private void limit(String set) {
        JdbcClient.create(TestDatabase.dataSource(database))
                .sql("update rights.answer_limit set " + set)
                .update();
    }
}
