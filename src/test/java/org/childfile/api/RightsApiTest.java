package org.childfile.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Each role sees its own through every address, and of the others not even that they are there. */
class RightsApiTest {

    private static final TestServing SERVING = TestServing.get();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));
    private static final String OWN = one("""
            select substr(residence_division, 1, 6) from mart.child where residence_division like '50%'
            group by 1 order by count(*) desc, 1 limit 1""");
    private static final String CHILD = one("""
            select child_id from mart.child where residence_division like '%s%%' and registered_division like '%1$s%%'
              and birth_date < '2010-01-01' and id_number is not null order by 1 limit 1""".formatted(OWN));
    private static final String OTHERS = one("""
            select v.person_id from versions.child_version v group by 1
            having bool_and(coalesce(v.residence_division, '') not like '%s%%')
               and bool_and(coalesce(v.registered_division, '') not like '%1$s%%')
            order by 1 limit 1""".formatted(OWN));

    private static String one(String sql) {
        return DATABASE.sql(sql).query(String.class).single();
    }

    private static String token(String role, String purpose, String... more) {
        return SERVING.token(role, purpose, OWN, more);
    }

    @ParameterizedTest
    @CsvSource({
        "district, care, 200, 404",
        "township, care, 200, 404",
        "app, care, 200, 404",
        "district, statistics, 404, 404",
        "auditor, audit, 404, 404"
    })
    void aRoleSeesItsOwnDivisionThroughEveryAddress(String role, String purpose, int own, int others) {
        String token = token(role, purpose);
        for (String about : List.of("", "/versions", "/values", "/conflicts", "/records", "/versions/1")) {
            assertThat(Asked.get(token, "/children/" + CHILD + about).status())
                    .as("own " + about)
                    .isEqualTo(own);
            assertThat(Asked.get(token, "/children/" + OTHERS + about).status())
                    .as("another's " + about)
                    .isEqualTo(others);
        }
        assertThat(Asked.get(token, "/children?limit=200").items())
                .extracting(child -> child.get("child_id").stringValue())
                .doesNotContain(OTHERS);
    }

    @Test
    void whatIsRefusedIsRecordedWithWhomItWasAboutAndWhoIssuedTheToken() {
        String token = token("district", "statistics", "--subject", "prying");
        Asked.get(token, "/children/" + OTHERS);
        Asked.get(token, "/children/" + CHILD);
        Asked.get("no.such.token", "/children/" + OTHERS);

        assertThat(DATABASE.sql("""
                        select action || ' ' || coalesce(person_id, '') || ' ' || detail from ops.access
                        where subject = 'prying' order by seq""").query(String.class).list())
                .containsExactly("refused " + OTHERS + " no-such-person", "refused " + CHILD + " no-such-person");
        assertThat(DATABASE.sql("select distinct issuer from ops.access where subject = 'prying'")
                        .query(String.class)
                        .list())
                .containsExactly(OperatorIdentity.ofThisProcess().issuing());
    }

    @Test
    void aCaringMotherSeesHerOwnChildAlone() {
        String token = SERVING.command(
                "token", "--role", "caring-mother", "--purpose", "care", "--child", OTHERS, "--ttl", "1h");

        assertThat(Asked.get(token, "/children").items())
                .extracting(child -> child.get("child_id").stringValue())
                .containsExactly(OTHERS);
        assertThat(Asked.get(token, "/children/" + CHILD).problem()).isEqualTo("404 no-such-person");
        assertThat(Asked.get(token, "/changes?limit=5000").items())
                .isNotEmpty()
                .filteredOn(change -> !change.get("kind").stringValue().equals("erased"))
                .allSatisfy(change -> assertThat(List.of(
                                change.get("person_id").toString(),
                                change.get("other_id").toString()))
                        .contains("\"" + OTHERS + "\""));
    }

    @Test
    void anAppSeesTheAttributesOfItsRegistrationAlone() {
        JsonNode file = Asked.get(token("app", "care", "--attributes", "name,grade"), "/children/" + CHILD)
                .json();

        assertThat(file.get("name").isString()).isTrue();
        assertThat(file.get("sex").isNull()
                        && file.get("id_number").isNull()
                        && file.get("guardian_name").isNull())
                .isTrue();
    }

    @Test
    void aPurposeForCountsShowsNobodyAnywhere() {
        String token = token("district", "statistics");

        for (String list : List.of(
                "/children",
                "/volunteers",
                "/changes",
                "/identity-changes",
                "/hidden-children",
                "/pairings",
                "/uncovered-children",
                "/wakeups")) {
            assertThat(Asked.get(token, list).items()).as(list).isEmpty();
        }
        assertThat(Asked.get(token, "/coverage").status()).isEqualTo(200);
    }

    @Test
    void theIdNumberIsLookedUpOnlyForWhomSeesIdentifiers() {
        String number = SERVING.idNumber(CHILD);
        String body = "{\"id_number\": \"" + number + "\"}";

        assertThat(Asked.post(token("district", "care"), "/children/lookup", body)
                        .items())
                .extracting(child -> child.get("child_id").stringValue())
                .containsExactly(CHILD);
        assertThat(Asked.post(token("district", "statistics"), "/children/lookup", body)
                        .problem())
                .isEqualTo("403 not-allowed");
        assertThat(one("select count(*)::text from ops.access where action = 'lookup' and person_id = '" + CHILD + "'"))
                .isNotEqualTo("0");
    }

    @Test
    void aRetiredIdLeadsToTheLivingOneForWhoMaySeeThat() {
        String retired = "C019a9dc1-8c00-7000-8000-00000000dead";
        DATABASE.sql("insert into linkage.person (person_id, population, founded_run, retired_into)"
                        + " values (:retired, 'child', 'test', :child) on conflict do nothing")
                .param("retired", retired)
                .param("child", CHILD)
                .update();

        Asked asked = Asked.get(token("district", "care"), "/children/" + retired + "/versions?limit=3");
        assertThat(asked.status()).isEqualTo(308);
        assertThat(asked.header("Location")).isEqualTo("/api/v1/children/" + CHILD + "/versions?limit=3");
        assertThat(Asked.get(token("auditor", "audit"), "/children/" + retired).problem())
                .isEqualTo("404 no-such-person");
    }

    @Test
    void aChildIsFoundByTheBeginningOfItsNameAndBySound() {
        String name = one("select name from versions.child_version where person_id = '" + CHILD
                + "' and superseded_at is null and valid_to is null");
        String pinyin = one("select name_pinyin from versions.child_version where person_id = '" + CHILD
                + "' and superseded_at is null and valid_to is null");
        String encoded = java.net.URLEncoder.encode(
                name.substring(0, name.offsetByCodePoints(0, 1)), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(Asked.get(token("district", "care"), "/children?limit=200&division=" + OWN + "&name=" + encoded)
                        .items())
                .extracting(child -> child.get("child_id").stringValue())
                .contains(CHILD);
        assertThat(Asked.get(token("district", "care"), "/children?limit=200&division=" + OWN + "&pinyin=" + pinyin)
                        .items())
                .extracting(child -> child.get("child_id").stringValue())
                .contains(CHILD);
    }
}
