package org.childfile.ingest.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theNineConnectorsSayInBothLanguagesWhatPersonsAreTold() {
        Connectors connectors = Connectors.read(Path.of("connectors"), problems);

        assertThat(connectors.all()).hasSize(9).allSatisfy(connector -> {
            Notice notice = connector.notice().orElseThrow();
            assertThat(List.of(notice.purpose(), notice.basis(), notice.retention()))
                    .as(connector.file())
                    .allSatisfy(title -> {
                        assertThat(title.zh()).containsPattern("\\p{IsHan}");
                        assertThat(title.en()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
                    });
        });
    }

    @Test
    void aConnectorMayHaveNoneAndOneThatIsBegunIsWhole() throws IOException {
        Path file = directory.resolve("c.yaml");
        Files.writeString(file, "feed: x\n");
        assertThat(Notice.read(Section.read(file, problems))).isEmpty();

        Files.writeString(file, """
                feed: x
                notice:
                  purpose: {zh: 帮扶, en: help}
                  basis: {zh: 法}
                """);
        Notice.read(Section.read(file, problems));

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        file + ":2: the key zh is missing",
                        file + ":2: the key en is missing",
                        file + ":4: the key en is missing");
    }
}
