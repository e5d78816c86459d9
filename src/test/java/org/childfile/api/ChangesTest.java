package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who follows the changes misses none, whatever happens at the same time. */
class ChangesTest {

    private static final TestServing SERVING = TestServing.get();
    private static final String CITY = SERVING.token("city", "care", "");
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));

    /** Everything from a place on, by pages of a size, and where it ends. */
    private record Followed(List<JsonNode> items, String next) {
        static Followed from(String token, String after, int limit) {
            List<JsonNode> items = new ArrayList<>();
            String next = after;
            boolean more = true;
            while (more) {
                Asked page = Asked.get(token, "/changes?limit=" + limit + (next.isEmpty() ? "" : "&after=" + next));
                assertThat(page.status()).as(page.response().body()).isEqualTo(200);
                items.addAll(page.items());
                next = page.json().get("next").stringValue();
                more = page.json().get("more").booleanValue();
            }
            return new Followed(items, next);
        }
    }

    private static String tell(String person) {
        return "select versions.tell_erased('child', '" + person + "')";
    }

    @Test
    void everyVersionAndEveryChangeOfIdentityIsTold() {
        List<JsonNode> items = Followed.from(CITY, "", 700).items();

        Set<String> told = new HashSet<>();
        items.forEach(item -> told.add(item.get("kind").stringValue() + " "
                + item.get("person_id").stringValue() + " " + item.get("version") + " "
                + (item.get("other_id").isNull() ? "" : item.get("other_id").stringValue())));
        List<String> happened = DATABASE.sql("""
                        select 'version ' || person_id || ' ' || version || ' ' from versions.child_version
                        union all select 'version ' || person_id || ' ' || version || ' ' from versions.volunteer_version
                        union all select kind || ' ' || person_id || ' null ' || coalesce(other_id, '')
                        from linkage.identity_change""").query(String.class).list();
        assertThat(told).containsAll(happened);
        assertThat(items).hasSizeGreaterThanOrEqualTo(happened.size());
    }

    @Test
    void pagesOfAnySizeGiveTheSame() {
        List<JsonNode> large = Followed.from(CITY, "", 5000).items();
        List<JsonNode> small = Followed.from(CITY, "", 97).items();

        assertThat(small)
                .startsWith(
                        large.subList(0, Math.min(large.size(), small.size())).toArray(JsonNode[]::new));
    }

    @Test
    void aSlowWritersChangesAreNotSkipped() throws SQLException {
        String before = Followed.from(CITY, "", 5000).next();
        try (Connection slow = SERVING.database().connect();
                Connection quick = SERVING.database().connect();
                Statement slowly = slow.createStatement();
                Statement quickly = quick.createStatement()) {
            slow.setAutoCommit(false);
            slowly.execute(tell("C019a9dc1-8c00-7000-8000-000000000001"));
            quickly.execute(tell("C019a9dc1-8c00-7000-8000-000000000002"));
            Followed first = Followed.from(CITY, before, 10);
            slow.commit();
            Followed second = Followed.from(CITY, first.next(), 10);

            assertThat(persons(first)).containsExactly("C019a9dc1-8c00-7000-8000-000000000002");
            assertThat(persons(second)).containsExactly("C019a9dc1-8c00-7000-8000-000000000001");
        }
    }

    @Test
    void oneWriterWaitsForTheOthersCommitOnlyAtItsOwnEnd() throws SQLException {
        String before = Followed.from(CITY, "", 5000).next();
        try (Connection a = SERVING.database().connect();
                Connection b = SERVING.database().connect();
                Statement inA = a.createStatement();
                Statement inB = b.createStatement()) {
            a.setAutoCommit(false);
            b.setAutoCommit(false);
            for (int i = 0; i < 3; i++) {
                inA.execute(tell("C019a9dc1-8c00-7000-8000-0000000000a" + i));
                inB.execute(tell("C019a9dc1-8c00-7000-8000-0000000000b" + i));
            }
            b.commit();
            a.commit();
        }
        assertThat(persons(Followed.from(CITY, before, 2)))
                .extracting(person -> person.substring(person.length() - 2))
                .containsExactly("b0", "b1", "b2", "a0", "a1", "a2");
    }

    @Test
    void whatWasTakenBackIsNotTold() throws SQLException {
        String before = Followed.from(CITY, "", 5000).next();
        try (Connection connection = SERVING.database().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(tell("C019a9dc1-8c00-7000-8000-0000000000c0"));
            connection.rollback();
        }
        assertThat(Followed.from(CITY, before, 10).items()).isEmpty();
    }

    @Test
    void whoWaitsIsAnsweredWhenSomethingHappens() throws Exception {
        String before = Followed.from(CITY, "", 5000).next();
        CompletableFuture<Asked> waiting =
                CompletableFuture.supplyAsync(() -> Asked.get(CITY, "/changes?wait=30&after=" + before));
        DATABASE.sql(tell("C019a9dc1-8c00-7000-8000-0000000000d0"))
                .query((row, number) -> 0)
                .list();

        assertThat(waiting.get().items())
                .extracting(item -> item.get("kind").stringValue())
                .containsExactly("erased");
    }

    @Test
    void changesOfIdentityAloneAreTheOnesWithoutVersions() {
        List<JsonNode> items = Asked.get(CITY, "/identity-changes?limit=5000").items();

        assertThat(items)
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("kind").stringValue()).isNotIn("version", "left"));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertThat(Asked.get(CITY, "/changes?after=yesterday").problem()).isEqualTo("400 invalid-cursor");
        assertThat(Asked.get(CITY, "/changes?wait=31").problem()).isEqualTo("400 invalid-parameter");
    }

    private static List<String> persons(Followed followed) {
        return followed.items().stream()
                .map(item -> item.get("person_id").stringValue())
                .toList();
    }
}
