package org.childfile.cli.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.Context;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What departments are told of corrections that outrank their records, by whole commands. */
class CorrectionRequestTest extends OnSecondNight {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void afterTheFirstNight() {
        departments.behave();
        departments.night(1);
        database = TestServer.copy(afterFirstNight);
    }

    @Test
    void everyDepartmentWhoseRecordSaysOtherwiseIsToldTheLeastThatItNeeds() throws Exception {
        String child = texts("""
                select child_id from mart.child where feeds @> '{education,health}' and name is not null order by 1 limit 1""").getFirst();
        int before = departments.applications("education");

        CommandRun run = childfile("correct", child, "name", "章三丰", "--proof", "出生证已核对", "--by", "wang");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Correction 1 is in force").contains("Told education: ", "Told health: ");
        assertThat(departments.applications("education")).isEqualTo(before + 1);
        assertThat(texts("select feed from ops.correction_request order by 1")).isEqualTo(texts("""
                        select distinct feed from mart.membership m where person_id = '%s' and feed in ('civil-affairs',
                        'education', 'health', 'medical-insurance', 'political-legal', 'public-security') order by 1""".formatted(child)));
        String key = texts(
                        "select source_key from mart.membership where feed = 'health' and person_id = '" + child + "'")
                .getFirst();
        assertThat(body("health"))
                .matches("\\{\"requestId\":\"K[0-9a-f-]{36}\",\"recordId\":\"" + key
                        + "\",\"field\":\"name\",\"value\":\"章三丰\",\"dueBy\":\"20[0-9-]{8}\"}");
        assertThat(childfile("correct", "list").out()).contains("health: ").doesNotContain("章三丰");
        assertThat(childfile("correct", "show", "1").out())
                .contains("Correction 1: name of " + child + ", in force", "drafted", "receipt WJ");

        Path page = folder.resolve("file.html");
        childfile("disclose", child, "--out", page.toString());
        assertThat(Files.readString(page)).contains("告知部门更正", "WJ");
        assertThat(childfile("correct", "show", "7").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aDepartmentThatIsDownIsToldByTheNightAndOneThatLetsItLieIsOverdue() {
        departments.tamperApplications("health", (nth, path, honest) -> honest.withStatus(503));
        String child = texts("select child_id from mart.child where feeds @> '{health}' order by 1 limit 1")
                .getFirst();
        childfile("correct", child, "name", "章三丰", "--proof", "seen");
        assertThat(states("health")).containsExactly("confirmed");

        departments.behave();
        departments.night(2);
        JdbcClient.create(TestDatabase.dataSource(database))
                .sql("update rectification.request set deadline = '2025-11-21'")
                .update();
        CommandRun night = childfile("nightly", "--date", "2025-11-22", "--wait");

        assertThat(night.exitCode()).as(night.err()).isEqualTo(ExitCode.DONE);
        assertThat(night.out()).contains("Correction requests ");
        assertThat(texts("select receipt from ops.correction_request where feed = 'health'"))
                .singleElement()
                .asString()
                .startsWith("WJ");
        assertThat(
                        texts(
                                "select feed from ops.correction_request where overdue_on = '2025-11-22' or ended_at is not null"))
                .contains("health");
    }

    @Test
    void aDepartmentThatHangsDelaysNoOther() {
        String child = texts("""
                select child_id from mart.child where feeds @> '{education,health}' and name is not null order by 1 limit 1""").getFirst();
        List<String> both = List.of("education", "health");
        both.forEach(feed -> departments.tamperApplications(feed, (nth, path, honest) -> honest.withStatus(503)));
        childfile("correct", child, "name", "章三丰", "--proof", "seen");
        CyclicBarrier atOnce = new CyclicBarrier(both.size());
        both.forEach(feed -> departments.tamperApplications(feed, (nth, path, honest) -> {
            try {
                atOnce.await(20, TimeUnit.SECONDS);
                return honest;
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                return honest.withStatus(503);
            }
        }));
        JdbcClient.create(TestDatabase.dataSource(database))
                .sql("update rectification.request set next_at = now() - interval '1 day'")
                .update();

        childfile("nightly", "--date", "2025-11-21", "--wait");

        assertThat(texts("select feed from ops.correction_request where receipt is not null order by 1"))
                .containsAll(both);
    }

    @Test
    void aRequestEndsByItselfWhenTheFeedSaysTheSameOrTheCorrectionIsTakenBack() {
        List<String> listed = texts("""
                select person_id || ' ' || source_key || ' ' || (r.attributes ->> 'organisation')
                from mapping.source_record r join linkage.membership m using (record_id)
                where r.population = 'volunteer' and 1 = (
                    select count(*) from linkage.membership o where o.person_id = m.person_id)
                order by 1 limit 2""");
        String[] first = listed.get(0).split(" ", 3);
        String[] second = listed.get(1).split(" ", 3);
        childfile("correct", first[0], "organisation", "新设妇联", "--proof", "seen");
        childfile("correct", second[0], "organisation", "另设妇联", "--proof", "seen");
        assertThat(childfile("correct", "undo", "2", "--reason", "a slip").exitCode())
                .isZero();
        assertThat(texts("select correction_id || ' ' || coalesce(outcome, '') from ops.correction_request order by 1"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("2 ");

        departments.tamper(
                "volunteers",
                (nth, path, honest) -> honest.withBody(new String(honest.body(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.startsWith(first[1] + ",") ? line.replace(first[2], "新设妇联") : line)
                        .reduce("", (all, line) -> all + line + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(childfile("nightly", "--date", "2025-11-22").exitCode()).isEqualTo(ExitCode.DONE);

        assertThat(texts("select state from ops.correction order by correction_id"))
                .containsExactly("settled", "undone");
        assertThat(texts(
                        "select outcome from ops.correction_request where ended_at is not null order by correction_id"))
                .hasSize(2)
                .isSubsetOf("feed-agrees", "withdrawn", "department");
    }

    private List<String> states(String feed) {
        return texts("select state from ops.correction_request where feed = '" + feed + "'");
    }

    private String body(String feed) {
        var keys = TestKeys.of(TestDatabase.dataSource(database));
        return JdbcClient.create(TestDatabase.dataSource(database))
                .sql("select request_id, body from rectification.request where feed = :feed")
                .param("feed", feed)
                .query((row, number) -> new String(
                        keys.open(
                                row.getBytes("body"),
                                Context.of("rectification.request.body", row.getString("request_id"))),
                        StandardCharsets.UTF_8))
                .single();
    }
}
