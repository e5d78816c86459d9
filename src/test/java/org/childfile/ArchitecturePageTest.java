package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        try (Stream<Path> files = Files.walk(PACKAGES)) {
            List<String> names = files.filter(file -> file.endsWith("package-info.java"))
                    .filter(ArchitecturePageTest::isAPart)
                    .map(file ->
                            PACKAGES.relativize(file.getParent()).toString().replace('/', '.'))
                    .toList();

            assertThat(names)
                    .hasSizeGreaterThan(40)
                    .allSatisfy(name -> assertThat(page).contains("[`" + name + "`]"));
        }
    }

    /** A room that only groups packages declares no imports. */
    private static boolean isAPart(Path packageInfo) {
        try {
            return Files.readString(packageInfo).contains("@ApplicationModule");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
