package org.childfile.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.childfile.ingest.connector.Connector;
import org.childfile.jobs.PipelineSettings;
import org.childfile.jobs.TestFiles;
import org.childfile.jobs.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRateTest {

    @Test
    void aNightWithTheCsvFeedsAloneHasAllThatItNeeds(@TempDir Path home) throws IOException {
        Workspace whole = new Workspace(home, TestFiles.connectors(), TestFiles.mappings(), Map.of());

        assertThat(PipelineSettings.read(CsvRate.workspace(home, whole))
                        .connectors()
                        .all())
                .extracting(Connector::feed)
                .containsExactlyInAnyOrder("education", "volunteers");
    }
}
