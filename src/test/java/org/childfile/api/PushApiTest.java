package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a department is answered that pushes at the serving program. No round works anything off meanwhile. */
class PushApiTest {

    private static final JdbcClient DATABASE =
            JdbcClient.create(TestDatabase.dataSource(TestServing.get().database()));

    @BeforeEach
    void emptyInbox() {
        DATABASE.sql("delete from landing.push").update();
    }

    private static long kept() {
        return DATABASE.sql("select count(*) from landing.push")
                .query(Long.class)
                .single();
    }

    @Test
    void aPushIsKeptSealedAndItsReceiptCanBeAskedFor() {
        Asked taken = Signed.push(Signed.id(), Signed.body(2));

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.json().path("state").stringValue()).isEqualTo("waiting");
        assertThat(taken.json().path("records").intValue()).isEqualTo(2);
        String receipt = taken.json().path("receipt").stringValue();
        assertThat(taken.header("Location")).isEqualTo("/api/v1/feeds/health/receipts/" + receipt);
        assertThat(Signed.receipt(receipt).json()).isEqualTo(taken.json());
        assertThat(DATABASE.sql("select count(*) from landing.push where position(:name in content) > 0")
                        .param("name", "张小推".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSamePushIsTakenOnceAndAnotherBodyUnderItsIdIsRefused() {
        String id = Signed.id();
        Asked first = Signed.push(id, Signed.body(1));

        assertThat(Signed.push(id, Signed.body(1)).json()).isEqualTo(first.json());
        assertThat(Signed.push(id, Signed.body(2)).problem()).isEqualTo("409 push-reused");
        assertThat(kept()).isOne();
    }

    @Test
    void theSecondSecretCountsWhileOneTakesTheOthersPlace() {
        String body = Signed.body(1);
        assertThat(Asked.post(
                                "",
                                "/feeds/health/records",
                                body,
                                Signed.headers("next", Signed.id(), Instant.now(), body))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void whatIsNotSignedNotInTheFormatOrForNoFeedIsRefusedWithoutAWordOfTheBody() {
        String body = Signed.body(1);
        String[] good = Signed.headers("first", Signed.id(), Instant.now(), body);

        refused("401 not-signed", "health", body, Signed.headers("other", Signed.id(), Instant.now(), body));
        refused(
                "401 not-signed",
                "health",
                body,
                Signed.headers("first", Signed.id(), Instant.now().minusSeconds(360), body));
        refused("401 not-signed", "health", Signed.body(2), good);
        refused("401 not-signed", "health", body, new String[0]);
        refused("404 no-such-feed", "education", body, good);
        refused("404 no-such-feed", "nobody", body, good);
        for (String broken : new String[] {"{\"items\":[{\"name\":\"张小推\"", "<html>张小推</html>", "{\"items\":[]}", ""}) {
            refused(
                    "422 unreadable-push",
                    "health",
                    broken,
                    Signed.headers("first", Signed.id(), Instant.now(), broken));
        }
        String many = Signed.body(1001);
        refused("413 too-many-records", "health", many, Signed.headers("first", Signed.id(), Instant.now(), many));
        String large = Signed.body(1).replace("张小推", "张".repeat(400_000));
        refused("413 too-large", "health", large, Signed.headers("first", Signed.id(), Instant.now(), large));
        assertThat(kept()).isZero();
    }

    private static void refused(String problem, String feed, String body, String... headers) {
        Asked asked = Asked.post("", "/feeds/" + feed + "/records", body, headers);
        assertThat(asked.problem()).isEqualTo(problem);
        assertThat(asked.response().body()).doesNotContain("张").doesNotContain("HP0");
    }

    @Test
    void aFullInboxAsksToTryAgainAndKeepsWhatItTook() {
        assertThat(Signed.push(Signed.id(), Signed.body(100)).status()).isEqualTo(202);
        String id = Signed.id();

        Asked full = Signed.push(id, Signed.body(101));

        assertThat(full.problem()).isEqualTo("429 inbox-full");
        assertThat(full.header("Retry-After")).isEqualTo("5");
        assertThat(kept()).isOne();
        DATABASE.sql("update landing.push set state = 'landed', content = null").update();
        assertThat(Signed.push(id, Signed.body(101)).status()).isEqualTo(202);
    }

    @Test
    void aReceiptIsToldToWhoSignsAsTheFeedAlone() {
        String receipt =
                Signed.push(Signed.id(), Signed.body(1)).json().path("receipt").stringValue();
        String other = "00000000-0000-4000-8000-000000000000";

        assertThat(Asked.get("", "/feeds/health/receipts/" + receipt).problem()).isEqualTo("401 not-signed");
        assertThat(Signed.receipt(other).problem()).isEqualTo("404 no-such-feed");
        assertThat(Signed.receipt("1").problem()).isEqualTo("404 no-such-feed");
    }

    @Test
    void aBodyThatSaysItIsAFormIsReadAsItCame() throws IOException, InterruptedException {
        String body = Signed.body(1);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(Asked.at("/feeds/health/records"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .headers(Signed.headers("first", Signed.id(), Instant.now(), body))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
