package org.childfile.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says in its own files what forgetting does to its tables; one that nobody runs would forget nothing. */
class ErasureFilesTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "childfile");
    private static final Path STORES = Path.of("src", "main", "java", "org", "childfile", "access", "erasure");

    @Test
    void everyStatementThatErasesIsRun() throws IOException {
        String run = Files.readString(STORES.resolve("ErasureStore.java"))
                + Files.readString(STORES.resolve("TombstoneStore.java"));
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<String> statements = files.filter(
                            file -> file.getFileName().toString().matches("erased?-.*\\.sql"))
                    .map(file -> RESOURCES.relativize(file).toString().replaceAll("\\.sql$", ""))
                    .toList();

            assertThat(statements)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(statement -> assertThat(run).contains("\"" + statement + "\""));
        }
    }
}
