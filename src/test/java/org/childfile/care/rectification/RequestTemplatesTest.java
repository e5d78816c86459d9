package org.childfile.care.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.childfile.care.help.Body;
import org.childfile.ingest.connector.Connectors;
import org.childfile.settings.Problem;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTemplatesTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyDepartmentWhoseRecordsMakeFilesCanBeToldAndIsSentNoProofAndNoName() {
        List<String> feeds = Connectors.read(Path.of("connectors"), problems).feeds();
        RequestTemplates templates = RequestTemplates.read(Path.of("connectors"), Path.of("mappings"), feeds, problems);

        assertThat(problems.all()).isEmpty();
        assertThat(feeds.stream().filter(feed -> templates.of(feed).isEmpty()))
                .containsExactly("care-records", "pairings");
        assertThat(templates.endpoints()).hasSize(7);
        assertThat(templates.of("education").orElseThrow().body().fields().values().stream()
                        .flatMap(text -> Body.placeholders(text).stream()))
                .containsExactly("request", "record", "field", "value", "since", "deadline");
    }

    @Test
    void mistakesAreToldWithTheirLines() throws IOException {
        Path file = directory.resolve("outbound/rectification/x.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                version: 1
                name: x-correction
                feed: edukation
                department: education
                title: {zh: 教委, en: education}
                url: "http://localhost"
                working-days: 0
                send:
                  path: /corrections
                  body: {no: "{request}", proof: "{proof}"}
                answer: {receipt: /receipt}
                """);
        RequestTemplates.read(directory, directory, List.of("education"), problems);

        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        file + ":3: feed: there is no feed edukation (did you mean education?)",
                        file + ":7: working-days: found 0, allowed is a whole number from 1 to 365",
                        file
                                + ":10: proof: a request has no proof; it has request, record, field, attribute, value, since,"
                                + " deadline",
                        file + ":10: body: no field says {value}: the department would not know what is right");
    }
}
