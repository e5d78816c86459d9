package org.childfile.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)\\)");

    /** The files of the repository that a page links to. */
    private static List<String> links(String page) throws IOException {
        return LINK.matcher(Files.readString(Repository.ROOT.resolve(page)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void everyLinkLeadsToAFile(String page) throws IOException {
        assertThat(links(page))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Repository.ROOT.resolve(link)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theFirstLinkIntoTheCodeIsTheNightlyRun(String page) throws IOException {
        assertThat(links(page).stream().filter(link -> link.endsWith(".java")).findFirst())
                .contains("src/main/java/org/childfile/jobs/NightlyRun.java");
    }
}
