package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.childfile.lab.departments.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Calls for help over HTTP, and what of them is on record by the time of the answer. */
class WakeupApiTest {

    private static final TestServing SERVING = TestServing.get();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));
    private static final String OWN = one("""
            select substr(residence_division, 1, 6) from mart.child where residence_division like '50%'
            group by 1 order by count(*) desc, 1 limit 1""");
    private static final String CHILD = one("""
            select child_id from mart.child where residence_division like '%s%%' and feeds @> '{education}'
            order by 1 limit 1""".formatted(OWN));
    private static final String OTHERS = one("""
            select v.person_id from versions.child_version v group by 1
            having bool_and(coalesce(v.residence_division, '') not like '%s%%')
               and bool_and(coalesce(v.registered_division, '') not like '%1$s%%')
            order by 1 limit 1""".formatted(OWN));
    private static final String WORDS = "妈妈说她三天没有吃饭";
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String subject = "app-" + System.nanoTime();
    private final String caller = token("wake-up");

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    /** Whatever was called and answered, no word of it is in the log. */
    @AfterEach
    void nothingThatWasSaidIsInTheLog() {
        ROOT.detachAppender(log);
        SERVING.departments().behave();
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> (event.getFormattedMessage() + trace(event)).contains(WORDS));
    }

    private static String trace(ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    private static String one(String sql) {
        return DATABASE.sql(sql).query(String.class).single();
    }

    private String token(String purpose) {
        return SERVING.token("district", purpose, OWN, "--subject", subject);
    }

    private Asked call(String child, String kind, String... headers) {
        String body = "{\"child\": \"" + child + "\", \"kind\": \"" + kind + "\", \"words\": \"" + WORDS + "\"}";
        return Asked.post(caller, "/wakeups", body, headers);
    }

    /** Action, detail and whom it was about, of what the caller did. */
    private List<String> accesses() {
        return DATABASE.sql("""
                        select concat_ws(' ', action, nullif(detail, ''), coalesce(person_id, '-')) from ops.access
                        where subject = :subject order by at, seq""").param("subject", subject).query(String.class).list();
    }

    private static String calls() {
        return one("select count(*)::text from wakeup.wakeup");
    }

    @Test
    void theSameCallUnderOneKeyIsOneCallAndAnotherOneUnderItIsRefused() {
        String before = calls();
        Asked first = call(CHILD, "HARDSHIP", "Idempotency-Key", subject);
        Asked again = call(CHILD, "HARDSHIP", "Idempotency-Key", subject);
        Asked other = call(CHILD, "SCHOOLING", "Idempotency-Key", subject);

        assertThat(first.status()).as(first.response().body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json().get("wakeup_id")).isEqualTo(first.json().get("wakeup_id"));
        assertThat(first.json().get("applications"))
                .extracting(each -> each.get("template").stringValue())
                .containsExactly("civil-affairs-help");
        assertThat(other.problem()).isEqualTo("422 key-reused");
        assertThat(other.response().body()).doesNotContain(WORDS);
        assertThat(Long.parseLong(calls())).isEqualTo(Long.parseLong(before) + 1);
        assertThat(accesses())
                .containsExactly("call HARDSHIP " + CHILD, "call HARDSHIP " + CHILD, "call SCHOOLING " + CHILD);
    }

    @Test
    void aChildThatTheCallerDoesNotSeeIsNotFoundAndNothingIsWrittenButWhoTried() {
        String before = calls();

        assertThat(call(OTHERS, "ABUSE").problem()).isEqualTo("404 no-such-person");
        assertThat(call("nobody", "ABUSE").problem()).isEqualTo("404 no-such-person");

        assertThat(calls()).isEqualTo(before);
        assertThat(accesses())
                .containsExactly("call -", "refused no-such-person -", "call -", "refused no-such-person -");
    }

    @Test
    void whoAsksForAnotherPurposeMayNotCall() {
        String before = calls();
        String body = "{\"child\": \"" + CHILD + "\", \"kind\": \"ABUSE\", \"words\": \"" + WORDS + "\"}";

        assertThat(Asked.post(token("care"), "/wakeups", body).problem()).isEqualTo("403 not-allowed");

        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aReportOfAbuseHasArrivedAndSomebodyIsPagedBeforeTheAnswerWhichIsAReceipt() {
        int reports = SERVING.departments().applications("public-security");
        int pages = SERVING.departments().applications("womens-federation");

        Asked taken = call(CHILD, "ABUSE");
        JsonNode answer = taken.json();

        assertThat(SERVING.departments().applications("public-security")).isEqualTo(reports + 1);
        assertThat(SERVING.departments().applications("womens-federation")).isEqualTo(pages + 1);
        assertThat(answer.get("route_down").booleanValue()).isFalse();
        assertThat(answer.get("call_now").isEmpty()).isTrue();
        assertThat(answer.get("applications").isEmpty()).isTrue();
        String id = answer.get("wakeup_id").stringValue();
        assertThat(taken.header("Location")).isEqualTo("/api/v1/wakeups/" + id + "/receipt");
        JsonNode receipt = Asked.get(caller, "/wakeups/" + id + "/receipt").json();
        assertThat(receipt.propertyNames()).containsExactlyInAnyOrder("wakeup_id", "at", "day", "call_now");
        assertThat(receipt.get("call_now"))
                .extracting(each -> each.get("number").stringValue())
                .containsExactly("110", "12345", "12355");
        assertThat(receipt.toString()).doesNotContain(CHILD, "ABUSE");
    }

    /** As far as anybody but the protection desk can tell, the call is not there: no door answers otherwise than of an id that was never given. */
    @Test
    void ofAReportOfAbuseNoDoorTellsWhoeverMadeItAndWhomeverItMayBeAbout() {
        String never = "W00000000-0000-8000-8000-000000000000";
        String before = doors(never);
        String id = call(CHILD, "ABUSE").json().get("wakeup_id").stringValue();

        assertThat(doors(id)).isEqualTo(before.replace(never, id));
        assertThat(one("select count(*)::text from ops.access where person_id = '" + CHILD + "' and subject = '"
                        + subject + "' and detail = 'ABUSE'"))
                .isEqualTo("1");
        String desk = SERVING.token("protection-desk", "protection", OWN);
        assertThat(Asked.get(desk, "/wakeups/" + id)
                        .json()
                        .get("call")
                        .get("kind")
                        .stringValue())
                .isEqualTo("ABUSE");
        assertThat(Asked.get(desk, "/wakeups?kind=ABUSE").items())
                .extracting(each -> each.get("wakeup_id").stringValue())
                .contains(id);
        String stranger = SERVING.token("district", "wake-up", OWN, "--subject", subject + "x");
        assertThat(Asked.get(stranger, "/wakeups/" + id + "/receipt").problem()).isEqualTo("404 no-such-call");
    }

    /** What is answered about a call, and about all of them, to who cares for the child. */
    private String doors(String id) {
        StringBuilder told = new StringBuilder();
        String mother = SERVING.command(
                "token", "--role", "caring-mother", "--purpose", "care", "--child", CHILD, "--ttl", "1h");
        List<String> tokens = List.of(
                caller,
                token("care"),
                token("review"),
                mother,
                SERVING.token("township", "wake-up", OWN),
                SERVING.token("department", "care", OWN),
                SERVING.token("city", "care", ""));
        for (String each : tokens) {
            Asked one = Asked.get(each, "/wakeups/" + id);
            told.append(one.status()).append(one.response().body()).append('\n');
            told.append(Asked.get(each, "/wakeups?limit=200").response().body()).append('\n');
            told.append(Asked.get(each, "/wakeups?kind=ABUSE").response().body())
                    .append('\n');
            told.append(Asked.get(each, "/digests/" + OWN).response().body()).append('\n');
            told.append(Asked.get(each, "/coverage").response().body()).append('\n');
        }
        return told.toString();
    }

    @Test
    void whereTheReportingRouteIsDownTheCallIsTakenAndTheAnswerSaysWhomToTelephone() {
        SERVING.departments()
                .tamperApplications("public-security", (nth, path, honest) -> honest.withEnding(Ending.CLOSED));

        Asked asked = call(CHILD, "ABUSE");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().get("route_down").booleanValue()).isTrue();
        assertThat(asked.json().get("call_now"))
                .extracting(each -> each.get("number").stringValue())
                .containsExactly("110", "12345", "12355");
        assertThat(accesses()).containsExactly("call ABUSE " + CHILD);
    }

    @Test
    void aBodyThatIsMalformedIsRefusedWithoutARepetitionOfIt() {
        Asked asked = Asked.post(caller, "/wakeups", "{\"child\": \"" + CHILD + "\", \"words\": \"" + WORDS + "\"");

        assertThat(asked.problem()).isEqualTo("400 invalid-body");
        assertThat(asked.response().body()).doesNotContain(WORDS);
    }

    @Test
    void whatWasSaidIsReadByWhoSeesTheChildAndIsOnRecord() {
        String id = call(CHILD, "SCHOOLING").json().get("wakeup_id").stringValue();

        JsonNode whole = Asked.get(caller, "/wakeups/" + id).json();

        assertThat(whole.get("call").get("words").get("words").stringValue()).isEqualTo(WORDS);
        assertThat(whole.get("items").isEmpty()).isFalse();
        assertThat(accesses()).containsExactly("call SCHOOLING " + CHILD, "wake-up " + CHILD);
        String stranger = SERVING.token("district", "wake-up", "99", "--subject", subject + "x");
        assertThat(Asked.get(stranger, "/wakeups/" + id).problem()).isEqualTo("404 no-such-call");
    }
}
