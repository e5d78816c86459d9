package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.childfile.ingest.connector.Connector;
import org.childfile.ingest.landing.Landing;
import org.childfile.ingest.landing.PullReport;
import org.childfile.ingest.landing.Trial;
import org.childfile.lab.world.WorldPlan;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A feed that is asked for changes between the nights. */
class AskedChangesTest {

    @Test
    void whatAFeedTellsOfChangesIsWorkedOffAndQuietPullsAreOneRow() throws IOException {
        Path connectors = TestFiles.connectors();
        Files.writeString(connectors.resolve("health.yaml"), "\nstream: {every: 1h}\n", StandardOpenOption.APPEND);
        TestWorld world = TestWorld.of(WorldPlan.of(200, 12).withMistakes(3));
        try (Nights nights = Nights.start(world, connectors, TestFiles.mappings())) {
            nights.run(1);
            nights.departments().night(2);

            Run run = nights.stream().round(world.day(2)).orElseThrow();

            assertThat(run.state()).isEqualTo(Run.State.DONE);
            Books.Pull pull = nights.books().pull(run, "health");
            assertThat(pull.fresh() + pull.changed()).isPositive();
            assertThat(pull.withdrawn()).isEqualTo((int)
                    nights.books().count("select count(*) from landing.current where feed = 'health' and withdrawn"));
            assertThat(nights.books()
                            .count("select count(*) from versions.child_version where run_id = '" + run.runId() + "'"))
                    .isPositive();
            // Nothing is due, and nothing waits.
            assertThat(nights.stream().round(world.day(2))).isEmpty();

            String watermark = "select max(watermark) from landing.pull where feed = 'health' and stream = 'pull'";
            List<String> before = nights.books().texts(watermark);
            for (int times = 0; times < 3; times++) {
                assertThat(quiet(nights, run).counts().fresh()).isZero();
            }
            assertThat(nights.books().count("select count(*) from landing.pull where run_id = '" + run.runId() + "'"))
                    .isEqualTo(2);
            assertThat(nights.books().texts(watermark)).isEqualTo(before);
            assertThat(nights.books().pull(run, "health").fresh()).isEqualTo(pull.fresh());
        }
    }

    private static PullReport quiet(Nights nights, Run run) {
        Connector health = nights.connectors().find("health").orElseThrow();
        PullReport report = new TransactionTemplate(nights.bean(PlatformTransactionManager.class))
                .execute(status -> nights.bean(Landing.class).changes(health, run.runId(), Trial.NONE));
        assertThat(report).isNotNull();
        return report;
    }
}
