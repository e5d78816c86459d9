package org.childfile.files.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.childfile.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkageModelsTest {

    @TempDir
    private Path mappings;

    @Test
    void aShareOfAllRecordsIsNoLimitByNight() throws IOException {
        Path linkage = Files.createDirectories(mappings.resolve("linkage"));
        Files.copy(Path.of("mappings/linkage/volunteer.yaml"), linkage.resolve("volunteer.yaml"));
        String child = Files.readString(Path.of("mappings/linkage/child.yaml"));
        Path file = Files.writeString(linkage.resolve("child.yaml"), child.replace("common: 20", "common: 0.5%"));
        Problems problems = new Problems();

        LinkageModels.read(mappings, problems);

        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo(
                                "phone: common is a share of all records, which changes with every one of them; say how many"
                                        + " may hold a value"))
                .satisfies(problem -> assertThat(problem.file()).isEqualTo(file.toString()));
    }
}
