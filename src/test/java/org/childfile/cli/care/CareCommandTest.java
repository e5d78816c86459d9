package org.childfile.cli.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.run.TestServing;
import org.childfile.cli.terminal.TextTable;
import org.childfile.database.TestDatabase;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.TestWorld;
import org.childfile.lab.departments.Departments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The six ones, their digests and the coverage picture, as people ask for them after two nights.
 *
 * <p>Over 250 lines: one test a question, all over the same nights.
 */
class CareCommandTest {

    private static final TestServing SERVING = TestServing.get();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));

    private static final String SENT_DIGESTS = """
            select count(*) from ops.access
            where action = 'send digest' and door = 'cli' and detail = 'masked, to womens-federation'""";

    @TempDir
    private Path directory;

    @Test
    void theLedgerOfAPairingFitsATerminal() {
        String pairing = one("select min(pairing_id) from mart.care_duty");
        for (String language : List.of("zh", "en")) {
            CommandRun run = run(language, "duty", pairing, "--limit", "200");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines().count())
                    .isEqualTo(2
                            + Long.parseLong(
                                    one("select count(*) from mart.care_duty where pairing_id = '" + pairing + "'")));
            assertThat(run.out().lines())
                    .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(80));
        }
    }

    @Test
    void whoNamesNoPairingIsToldWhereTheyAre() {
        assertThat(run("en", "duty", "P-none").exitCode()).isEqualTo(2);
        assertThat(run("en", "duty", "P-none").err())
                .contains("there is no pairing P-none")
                .contains("mart.pairing");
        CommandRun mark = run("en", "duty", "excuse", "P-none", "VISIT", "2026-11-18", "--reason", "in hospital");
        assertThat(mark.exitCode()).isEqualTo(2);
        assertThat(mark.err()).contains("no pairing P-none is or was in force");
        assertThat(run("en", "duty", "undo", "987654", "--reason", "a slip").err())
                .contains("no mark 987654");
    }

    @Test
    void aDigestIsAPageATableAndJsonWithMaskedNames() throws IOException {
        String district = one("select min(left(division, 6)) from mart.care_pair where length(division) >= 6");
        String pairs = one("select count(*) from mart.care_pair where starts_with(division, '" + district + "')");
        CommandRun run = run("en", "digest", "--district", district, "--out", directory.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(district + ": pairs " + pairs);
        List<String> names = DATABASE.sql(
                        "select distinct child_name from mart.care_digest where length(child_name) > 1")
                .query(String.class)
                .list();
        for (String form : List.of("html", "csv", "json")) {
            String text = Files.readString(directory.resolve("digest-" + district + "." + form));
            assertThat(names).isNotEmpty().noneMatch(text::contains);
        }
        assertThat(run("en", "digest", "--district", "5001", "--out", directory.toString())
                        .err())
                .contains("--district: found 5001, a code of 6 digits is wanted");
        assertThat(run("en", "digest", "--volunteer", "../x", "--out", directory.toString())
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void callsThatLieAreToldToSupervisorsAndTheCaringMotherAndReportsOfAbuseToTheProtectionDeskAlone()
            throws IOException {
        String[] pair = one("""
                select p.child_id || ',' || p.volunteer_id || ',' || left(c.residence_division, 6)
                from mart.pairing p join mart.child c using (child_id)
                where p.state = 'active' and p.volunteer_id is not null and length(c.residence_division) >= 6
                order by p.pairing_id limit 1""").split(",", -1);
        String lies = called(pair[0], "HARDSHIP");
        String abuse = called(pair[0], "ABUSE");
        DATABASE.sql("update wakeup.application set state = 'overdue' where wakeup_id = :id")
                .param("id", lies)
                .update();

        run("en", "digest", "--district", pair[2], "--out", directory.toString());
        run("en", "digest", "--volunteer", pair[1], "--out", directory.toString());

        assertThat(Files.readString(directory.resolve("digest-" + pair[2] + "-calls.csv")))
                .contains("困难,", ",1," + lies)
                .doesNotContain("侵害", abuse)
                .doesNotContain(one("select name from mart.child where child_id = '" + pair[0] + "'"));
        assertThat(Files.readString(directory.resolve("digest-" + pair[2] + ".html")))
                .contains("待督办的呼叫", lies)
                .doesNotContain(abuse);
        assertThat(Files.readString(directory.resolve("digest-" + pair[1] + ".json")))
                .contains(lies)
                .doesNotContain(abuse, "ABUSE");

        run("en", "digest", "--district", pair[2], "--purpose", "protection", "--out", directory.toString());
        assertThat(Files.readString(directory.resolve("digest-" + pair[2] + "-calls.csv")))
                .contains("侵害,", abuse, "困难,", ",1," + lies);
        assertThat(run("en", "wakeup", "list").out()).contains(lies).doesNotContain(abuse);
        assertThat(run("en", "wakeup", "list", "--purpose", "protection").out()).contains(lies, abuse);
        assertThat(run("en", "wakeup", "show", lies).out()).contains(lies, pair[0], "civil-affairs-help");
        String nothing = run("en", "wakeup", "show", "W-never").err();
        assertThat(run("en", "wakeup", "show", abuse).err()).isEqualTo(nothing.replace("W-never", abuse));
        String none = run("en", "wakeup", "close", "W-never", "--reason", "x").err();
        assertThat(run("en", "wakeup", "close", abuse, "--reason", "x").err())
                .isEqualTo(none.replace("W-never", abuse));
        DATABASE.sql("delete from wakeup.application_event where wakeup_id in (:ids)")
                .param("ids", List.of(lies, abuse))
                .update();
        DATABASE.sql("delete from wakeup.application where wakeup_id in (:ids)")
                .param("ids", List.of(lies, abuse))
                .update();
        DATABASE.sql("delete from wakeup.item where wakeup_id in (:ids)")
                .param("ids", List.of(lies, abuse))
                .update();
        DATABASE.sql("delete from wakeup.wakeup where wakeup_id in (:ids)")
                .param("ids", List.of(lies, abuse))
                .update();
    }

    @Test
    void whoIsToBeCheckedStandsInTheDigestsOfHerDistrictAndInHerOwn() throws IOException {
        String[] pair = one("""
                select v.volunteer_id || ',' || v.division || ',' || v.name
                from mart.pairing p join mart.volunteer v using (volunteer_id)
                where p.state = 'active' and length(v.division) >= 6 and v.division not like '%000000' order by p.pairing_id limit 1""").split(",", -1);
        String district = pair[1].substring(0, 6);
        DATABASE.sql("update mapping.source_record set attributes = (attributes::jsonb - 'background_check_on')::json"
                        + " where record_id in (select record_id from linkage.membership where person_id = :id)")
                .param("id", pair[0])
                .update();
        DATABASE.sql("update versions.volunteer_version set provenance = provenance #- '{values,background_check_on}'"
                        + " where person_id = :id")
                .param("id", pair[0])
                .update();

        run("en", "digest", "--district", district, "--out", directory.toString());
        run("en", "digest", "--volunteer", pair[0], "--out", directory.toString());

        assertThat(Files.readString(directory.resolve("digest-" + district + ".html")))
                .contains("背景核查待办")
                .doesNotContain(pair[2]);
        assertThat(Files.readString(directory.resolve("digest-" + district + "-checks.csv")))
                .startsWith("\uFEFF爱心妈妈 caring mother,")
                .contains(",缺,");
        assertThat(Files.readString(directory.resolve("digest-" + pair[0] + ".json")))
                .contains("\"checks\":[{\"volunteer_id\":\"" + pair[0] + "\"", "\"state\":\"missing\"");
    }

    @Test
    void aCallWhoseCaringMotherLeftHerPostIsToldToHerDistrict() throws IOException {
        String[] pair = one("""
                select p.child_id || ',' || p.volunteer_id || ',' || left(c.residence_division, 6)
                from mart.pairing p join mart.child c using (child_id)
                where p.state = 'active' and length(c.residence_division) >= 6
                  and 1 = (select count(*) from mart.pairing o where o.child_id = p.child_id)
                order by p.pairing_id desc limit 1""").split(",", -1);
        String call = called(pair[0], "SCHOOLING");
        String calls = "digest-" + pair[2] + "-calls.csv";

        run("en", "digest", "--district", pair[2], "--out", directory.toString());
        if (Files.exists(directory.resolve(calls))) {
            assertThat(Files.readString(directory.resolve(calls))).doesNotContain(call);
        }

        DATABASE.sql("update versions.volunteer_version set in_post = false where person_id = :id")
                .param("id", pair[1])
                .update();
        run("en", "digest", "--district", pair[2], "--out", directory.toString());
        assertThat(Files.readString(directory.resolve(calls))).contains(call);
        DATABASE.sql("""
                        update versions.volunteer_version set in_post = true where person_id = :id;
                        delete from wakeup.application where wakeup_id = :call;
                        delete from wakeup.wakeup where wakeup_id = :call""").param("id", pair[1]).param("call", call).update();
    }

    /** An open call with one application that waits. */
    private static String called(String child, String kind) {
        String id = "W-" + kind;
        DATABASE.sql("""
                        insert into wakeup.wakeup (wakeup_id, child_id, kind, origin, caller, at, day, digest)
                        values (:id, :child, :kind, 'cli', 'wang', now(), '2025-11-21', '');
                        insert into wakeup.application (application_id, wakeup_id, child_id, template, department, urgent, state,
                                                        department_state, deadline, next_at)
                        values ('A' || :id, :id, :child, 'civil-affairs-help', 'civil-affairs', false, 'received', 'received',
                                '2025-12-01', now() + interval '1 day')""")
                .param("id", id)
                .param("child", child)
                .param("kind", kind)
                .update();
        return id;
    }

    @Test
    void digestsAreSentAndOneThatIsRefusedIsToldOfWhileTheOthersGo() {
        Map<String, String> environment = new HashMap<>(SERVING.environment());
        try (Departments departments = Departments.start(TestWorld.small().dir(), 0, "127.0.0.1")) {
            environment.putAll(departments.environment());
            departments.tamperApplications(
                    "womens-federation", (nth, path, honest) -> nth == 1 ? honest.withStatus(400) : honest);
            long before = DATABASE.sql(SENT_DIGESTS).query(Long.class).single();
            CommandRun run = CommandRun.of(
                    environment,
                    "digest",
                    "--every",
                    "--send",
                    "--connectors",
                    TestFiles.connectors().toString());

            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            assertThat(run.err().lines().filter(line -> line.contains("not sent")))
                    .singleElement()
                    .asString()
                    .matches("\\d{6,9}: not sent to womens-federation: the department answered HTTP 400");
            assertThat(run.out().lines())
                    .hasSize(departments.applications("womens-federation") - 1)
                    .allMatch(line -> line.matches("\\d{6,9}: sent to womens-federation, receipt FL\\d{10}"));
            assertThat(DATABASE.sql(SENT_DIGESTS).query(Long.class).single()).isGreaterThan(before);
        }
        assertThat(run("en", "digest", "--every").err()).contains("--out DIR writes files, --send sends");
    }

    @Test
    void theCoveragePictureFitsATerminalAndHasAChart() throws IOException {
        Path chart = directory.resolve("coverage.html");
        for (String language : List.of("zh", "en")) {
            CommandRun run = run(language, "coverage", "--chart", chart.toString());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines().filter(line -> !line.contains("coverage.html")))
                    .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(80));
        }
        assertThat(Files.readString(chart)).contains("role=\"img\"").contains("重庆市");
        assertThat(one("select roster from mart.coverage where division = '50'"))
                .isEqualTo(one("select count(*) from mart.child where on_roster and residence_division like '50%'"));
        assertThat(one("select roster from mart.coverage where division = '50'"))
                .isEqualTo(one("select sum(roster) from mart.coverage where length(division) = 6"));
    }

    private static String one(String sql) {
        return String.valueOf(DATABASE.sql(sql).query().singleValue());
    }

    private static CommandRun run(String language, String... arguments) {
        Map<String, String> environment = new HashMap<>(SERVING.environment());
        environment.put("CHILDFILE_LANG", language);
        List<String> words = new ArrayList<>(List.of(arguments));
        return CommandRun.of(environment, words.toArray(String[]::new));
    }
}
