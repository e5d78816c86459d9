package org.childfile.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.childfile.cli.run.TestServing;
import org.childfile.database.TestDatabase;
import org.childfile.jobs.TestFiles;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to the API, it is answered or refused, and shows nobody but those whom the token allows. */
class ApiFuzzTest {

    private static final TestServing SERVING = TestServing.get();
    private static final JdbcClient DATABASE = JdbcClient.create(TestDatabase.dataSource(SERVING.database()));

    private static List<String> texts(String sql) {
        return DATABASE.sql(sql).query(String.class).list();
    }

    private static ApiFuzz fuzz(Set<String> allowed) throws IOException {
        String division = texts("select substr(residence_division, 1, 6) from mart.child"
                        + " where residence_division is not null group by 1 order by count(*) desc limit 1")
                .getFirst();
        allowed.addAll(texts("select person_id from versions.child_version where residence_division like '" + division
                + "%' or registered_division like '" + division + "%'"));
        // Changes of identity name the other person too, and erased ones are told to everybody.
        allowed.addAll(texts("select person_id from linkage.identity_change where other_id in"
                + " (select person_id from versions.child_version where residence_division like '" + division
                + "%' or registered_division like '" + division + "%')"));
        allowed.addAll(texts("select person_id from versions.change where kind = 'erased'"));
        List<String> ids = new ArrayList<>(texts("select child_id from mart.child order by 1 limit 30"));
        ids.addAll(texts("select volunteer_id from mart.volunteer order by 1 limit 5"));
        ids.addAll(texts("select person_id from linkage.person where retired_into is not null limit 5"));
        JsonNode description = JsonMapper.shared()
                .readTree(URI.create("http://127.0.0.1:" + SERVING.port() + "/api/v1/openapi.json")
                        .toURL()
                        .openStream());
        List<String> tokens = FuzzTokens.of(SERVING.home(), TestFiles.temporary("stranger"), division);
        return new ApiFuzz(SERVING.port(), new FuzzShots(20261125, description, ids, tokens), allowed);
    }

    @Test
    void nothingThatIsSentMakesTheProgramFailOrTell() throws IOException {
        ApiFuzz fuzz = fuzz(new HashSet<>()).shoot(1500);

        assertThat(fuzz.faults()).isEmpty();
        assertThat(fuzz.statuses()).containsKeys(200, 400, 401, 404, 405);
    }

    @Test
    void aTokenThatShowsMoreThanWasAllowedIsNoticed() throws IOException {
        Set<String> none = new HashSet<>() {
            @Override
            public boolean addAll(java.util.Collection<? extends String> more) {
                return false;
            }
        };

        assertThat(fuzz(none).shoot(300).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).endsWith("shows a child that the token does not allow"));
    }
}
