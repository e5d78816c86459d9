package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One file and what belongs to it, as a program of the whole city sees it. */
class FileApiTest {

    private static final TestServing SERVING = TestServing.get();
    private static final String CITY = SERVING.token("city", "care", "");
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));

    private static String one(String sql) {
        return DATABASE.sql(sql).query(String.class).single();
    }

    private static final String CHANGED = one("""
            select child_id from mart.child c
            where (select count(*) from versions.child_version v where v.person_id = c.child_id) > 1 order by 1 limit 1""");

    @Test
    void aFileIsTheRowOfThePublishedView() {
        Asked asked = Asked.get(CITY, "/children/" + CHANGED);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().get("child_id").stringValue()).isEqualTo(CHANGED);
        assertThat(asked.json().get("version").intValue())
                .isEqualTo(Integer.parseInt(one("select version from mart.child where child_id = '" + CHANGED + "'")));
        assertThat(asked.json().get("feeds").isArray()).isTrue();
    }

    @Test
    void whoKnowsAFileIsToldThatNothingChanged() {
        Asked first = Asked.get(CITY, "/children/" + CHANGED);
        Asked again = Asked.get(CITY, "/children/" + CHANGED, "If-None-Match", first.header("ETag"));

        assertThat(first.header("ETag"))
                .startsWith("W/\"" + first.json().get("version").intValue() + "-");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void aFileIsShownAsItWasRecordedThen() {
        String first = " from versions.child_version where person_id = '" + CHANGED + "' and valid_to is null"
                + " order by recorded_at limit 1";
        String recorded =
                one("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')" + first);
        Asked then = Asked.get(CITY, "/children/" + CHANGED + "?asOf=2199-12-31&recorded=" + recorded);
        Asked before = Asked.get(CITY, "/children/" + CHANGED + "?recorded=2001-01-01");

        assertThat(then.json().get("version").toString()).isEqualTo(one("select version::text" + first));
        assertThat(before.problem()).isEqualTo("404 no-such-version");
    }

    @Test
    void versionsComeInPagesAndEachHasItsAddress() {
        Asked all = Asked.get(CITY, "/children/" + CHANGED + "/versions");
        Asked first = Asked.get(CITY, "/children/" + CHANGED + "/versions?limit=1");
        Asked second = Asked.get(
                CITY,
                "/children/" + CHANGED + "/versions?limit=1&cursor="
                        + first.json().get("next").stringValue());
        Asked one = Asked.get(CITY, "/children/" + CHANGED + "/versions/1");

        assertThat(all.items()).hasSizeGreaterThan(1);
        assertThat(all.json().get("next").isNull()).isTrue();
        assertThat(first.items()).containsExactly(all.items().get(0));
        assertThat(second.items()).containsExactly(all.items().get(1));
        assertThat(one.json()).isEqualTo(all.items().get(0));
    }

    @Test
    void twoVersionsAreComparedWithTheSourceOfEachSide() {
        String[] two = one("""
                select child_id || ' ' || version - 1 || ' ' || version from mart.child_version
                where 'guardian_phone' = any (changed) and version > 1 order by 1 limit 1""").split(" ");
        Asked asked = Asked.get(CITY, "/children/" + two[0] + "/versions/" + two[1] + "/difference/" + two[2]);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().get("next").isNull()).isTrue();
        JsonNode phone = asked.items().stream()
                .filter(item -> item.get("attribute").stringValue().equals("guardian_phone"))
                .findFirst()
                .orElseThrow();
        for (String side : List.of("value_a", "value_b")) {
            assertThat(phone.get(side).isNull() || phone.get(side).stringValue().matches("[0-9]{11}"))
                    .as(phone.toString())
                    .isTrue();
        }
        assertThat(phone.get("value_a")).isNotEqualTo(phone.get("value_b"));
        assertThat(phone.get("value_b").isNull() ? phone.get("feed_a") : phone.get("feed_b"))
                .isNotNull();
    }

    @Test
    void everyValueTellsItsRecord() {
        List<JsonNode> values =
                Asked.get(CITY, "/children/" + CHANGED + "/values").items();

        assertThat(values)
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(value.has("feed") && value.has("source_key")).isTrue());
    }

    @Test
    void theValuesOfNowAreThoseThatHoldTodayByAllThatWasRecorded() {
        String values = "/children/" + CHANGED + "/values";

        assertThat(Asked.get(CITY, values + "?recorded=2199-01-01").items())
                .isNotEmpty()
                .isEqualTo(Asked.get(CITY, values).items());
        assertThat(Asked.get(CITY, values + "?recorded=2001-01-01").items()).isEmpty();
    }

    @Test
    void theRecordsOfAChildAreThoseOfItsMembership() {
        assertThat(Asked.get(CITY, "/children/" + CHANGED + "/records").items())
                .extracting(record -> record.get("feed").stringValue() + " "
                        + record.get("source_key").stringValue())
                .containsExactlyInAnyOrderElementsOf(
                        DATABASE.sql("select feed || ' ' || source_key from mart.membership where person_id = '"
                                        + CHANGED + "'")
                                .query((row, line) -> SERVING.keys().tokens().clear(row.getString(1)))
                                .list());
    }

    @Test
    void aLongAnswerIsCompressedForWhoTakesThat() {
        assertThat(Asked.get(CITY, "/children?limit=50", "Accept-Encoding", "gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void aChildWithoutConflictsHasAnEmptyList() {
        String child = one("select child_id from mart.child c where not exists"
                + " (select from mart.child_conflict x where x.child_id = c.child_id) order by 1 limit 1");

        assertThat(Asked.get(CITY, "/children/" + child + "/conflicts").json().toString())
                .isEqualTo("{\"items\":[],\"next\":null}");
    }

    @Test
    void anIdThatNeverWasIsNotFoundWhateverIsAskedOfIt() {
        for (String about : List.of("", "/versions", "/values", "/conflicts", "/records", "/versions/1")) {
            assertThat(Asked.get(CITY, "/children/C019a9dc1-8c00-7000-8000-000000000000" + about)
                            .problem())
                    .as(about)
                    .startsWith("404 no-such-");
        }
        assertThat(Asked.get(CITY, "/children/nobody").problem()).isEqualTo("404 no-such-person");
        assertThat(Asked.get(CITY, "/children/V019a9dc1-8c00-7000-8000-000000000000")
                        .problem())
                .isEqualTo("404 no-such-person");
    }

    @Test
    void whoAskedIsInTheAccessLogBeforeTheAnswer() {
        Asked.get(SERVING.token("city", "care", "", "--subject", "dashboard-7"), "/children/" + CHANGED);

        assertThat(one(
                        "select role || ' ' || purpose || ' ' || door || ' ' || action || ' ' || ('name' = any (attributes))"
                                + " from ops.access where subject = 'dashboard-7' and person_id = '" + CHANGED + "'"))
                .isEqualTo("city care api read true");
    }

    @Test
    void volunteersAreFoundAndShown() {
        List<JsonNode> found = Asked.get(CITY, "/volunteers?limit=3").items();

        assertThat(found).hasSize(3);
        String id = found.getFirst().get("volunteer_id").stringValue();
        JsonNode file = Asked.get(CITY, "/volunteers/" + id).json();
        assertThat(file.get("name")).isEqualTo(found.getFirst().get("name"));
        assertThat(found.getFirst().get("phone").stringValue()).matches("\\d{3}\\*{8}");
        assertThat(file.get("phone").stringValue()).matches("\\d{11}");
        assertThat(Asked.get(CITY, "/volunteers/" + id + "/versions").items()).isNotEmpty();
        assertThat(Asked.get(CITY, "/volunteers/" + id + "/values").items()).isNotEmpty();
    }

    @Test
    void childrenAreFoundPageByPage() {
        long all = DATABASE.sql("select count(*) from mart.child")
                .query(Long.class)
                .single();
        String cursor = "";
        long found = 0;
        do {
            Asked page = Asked.get(CITY, "/children?limit=40" + cursor);
            found += page.items().size();
            cursor = page.json().get("next").isNull()
                    ? ""
                    : "&cursor=" + page.json().get("next").stringValue();
        } while (!cursor.isEmpty());

        assertThat(found).isEqualTo(all);
    }

    @Test
    void aSearchByDivisionAndKindFindsThoseAlone() {
        String division = one("select substr(residence_division, 1, 6) from mart.child"
                + " where residence_division is not null and kinds <> '{}' order by child_id limit 1");
        String kind = one("select kinds[1] from mart.child where residence_division like '" + division
                + "%' and kinds <> '{}' order by child_id limit 1");

        assertThat(Asked.get(CITY, "/children?division=" + division + "&kind=" + kind)
                        .items())
                .isNotEmpty()
                .allSatisfy(child -> assertThat(child.get("kinds").toString()).contains(kind));
    }
}
