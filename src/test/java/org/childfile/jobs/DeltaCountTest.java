package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.childfile.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department that sends what changed, and is asked after each pull how many records it has. */
class DeltaCountTest {

    private static Nights nights;

    @BeforeAll
    static void start() {
        Path connectors = TestFiles.connectors();
        TestFiles.edit(connectors.resolve("care-records.yaml"), "mm:ssxxx\"}", "mm:ssxxx\", count: true}");
        nights = Nights.start(TestWorld.small(), connectors, TestFiles.mappings());
    }

    @AfterAll
    static void close() {
        nights.close();
    }

    @Test
    void aRecordThatGotLostIsMissedByTheCountAndComesWithTheNextPull() {
        nights.run(1);
        Books.Pull agreed = pull(nights.run(2));
        assertThat(agreed.line()).isEqualTo("ok, 1 new, 1 unchanged");
        assertThat(agreed.drift()).isEmpty();

        assertThat(JdbcClient.create(TestDatabase.dataSource(nights.address()))
                        .sql("delete from landing.current where feed = 'care-records' and key ="
                                + " (select min(key) from landing.current where feed = 'care-records')")
                        .update())
                .isEqualTo(1);
        int here = (int) nights.books().count("select count(*) from landing.current where feed = 'care-records'");

        assertThat(pull(nights.run(2)).drift())
                .containsExactly("the department has " + (here + 1) + " records, " + here
                        + " are here: the next pull asks for all");
        Books.Pull whole = pull(nights.run(2));
        assertThat(whole.line()).isEqualTo("ok, 1 new, " + here + " unchanged");
        assertThat(whole.drift()).isEmpty();
    }

    private static Books.Pull pull(Run run) {
        return nights.books().pull(run, "care-records");
    }
}
