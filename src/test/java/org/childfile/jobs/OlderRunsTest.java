package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.childfile.database.TableContents;
import org.childfile.database.TestDatabase;
import org.childfile.lab.departments.Faults;
import org.junit.jupiter.api.Test;

/** A run that goes on behind a newer one fetches what it could not get, and turns no clock back. */
class OlderRunsTest {

    @Test
    void aRetryOfAnOlderRunLeavesThePresentAsItIs() {
        Nights nights = Nights.shared().empty();
        nights.departments().tamper("health", Faults.serverDown());
        Run older = nights.run(1);
        assertThat(older.state()).isEqualTo(Run.State.ATTENTION);
        nights.departments().behave();
        nights.run(2);
        Map<String, String> present = present(nights);

        Run again = nights.runs().retry(older.runId(), RunProgress.NONE);

        assertThat(again.runId()).isEqualTo(older.runId());
        assertThat(again.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().pull(again, "health").line()).startsWith("ok");
        assertThat(present(nights)).isEqualTo(present);
    }

    private static Map<String, String> present(Nights nights) {
        return TableContents.of(
                TestDatabase.dataSource(nights.address()), "versions", "pairing", "care", "digitalfile", "coverage");
    }
}
