package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that tell a newcomer where things are name what there is. */
class ArchitecturePageTest {

    private static final Path PACKAGES = Path.of("src/main/java/org/childfile");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)");

    @Test
    void everyPackageIsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        try (Stream<Path> packages = Files.list(PACKAGES)) {
            List<String> names = packages.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .toList();

            assertThat(names).allSatisfy(name -> assertThat(page).contains("[`" + name + "`]"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/architecture.md",
                "CONTRIBUTING.md",
                "README.md",
                "README.zh-CN.md",
                "docs/operations.md",
                "docs/security.md"
            })
    void everyLinkLeadsSomewhere(String name) throws IOException {
        Path page = Path.of(name);
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            if (!link.group(1).contains("://")) {
                assertThat(page.resolveSibling(link.group(1)).normalize())
                        .as(name)
                        .exists();
            }
        }
    }
}
