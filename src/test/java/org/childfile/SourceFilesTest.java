package org.childfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every text file of the project keeps to. */
class SourceFilesTest {

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", ".childfile", ".idea", ".vscode", "node_modules");
    private static final int LONG_FILE = 250;
    private static final Pattern REASON = Pattern.compile("(?s)/\\*\\*.*over 250 lines", Pattern.CASE_INSENSITIVE);

    /** Places of one machine or one network, which mean nothing on another; written apart so as not to find themselves. */
    private static final List<String> FOREIGN = List.of(
            "<reposi" + "tories>",
            "<pluginReposi" + "tories>",
            "/wo" + "rk/",
            "/ro" + "ot/",
            "repo.maven." + "apache.org",
            "repo1.mav" + "en.org",
            "registry.npm" + "js.org",
            "pypi" + ".org");

    private static final Map<String, String> FILES = new TreeMap<>();

    @BeforeAll
    static void readAllTextFiles() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path relative = root.relativize(path);
                boolean ours = true;
                for (Path part : relative) {
                    ours &= !NOT_OURS.contains(part.toString());
                }
                if (ours && Files.size(path) < 10_000_000) {
                    try {
                        FILES.put(relative.toString(), Files.readString(path, StandardCharsets.UTF_8));
                    } catch (MalformedInputException e) {
                        // Not a text file.
                        continue;
                    }
                }
            }
        }
    }

    @Test
    void noFileNamesAPlaceThatOnlyOneMachineHas() {
        assertThat(foreign(FILES)).isEmpty();
    }

    @Test
    void aPlantedPlaceIsFoundWithItsFileAndLine() {
        String line = "<url>https://" + FOREIGN.get(4) + "/maven2</url>";

        assertThat(foreign(Map.of("pom.xml", "<project>\n" + line + "\n</project>")))
                .containsExactly("pom.xml:2: " + FOREIGN.get(4));
    }

    @Test
    void aLongSourceFileHasAReasonInItsComment() {
        assertThat(longWithoutReason(FILES)).isEmpty();
    }

    @Test
    void aPlantedLongFileWithoutAReasonIsFound() {
        String longFile = "/** A class. */\nclass Long {\n" + "    // …\n".repeat(260) + "}\n";

        assertThat(longWithoutReason(Map.of("src/main/java/Long.java", longFile)))
                .containsExactly("src/main/java/Long.java: 263 lines");
        assertThat(longWithoutReason(
                        Map.of("src/main/java/Long.java", "/** Over 250 lines because it is a test. */\n" + longFile)))
                .isEmpty();
    }

    @Test
    void everySourceFileSaysWhatItIsInEnglish() {
        List<String> withoutComment = FILES.entrySet().stream()
                .filter(file -> file.getKey().startsWith("src/main/java/"))
                .filter(file -> !file.getValue().contains("/**"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(withoutComment).isEmpty();
    }

    @Test
    void nothingIsLeftToBeDoneLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        List<String> found = FILES.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".java") || file.getKey().endsWith(".sql"))
                .filter(file -> later.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();

        assertThat(found).isEmpty();
    }

    private static List<String> foreign(Map<String, String> files) {
        List<String> found = new ArrayList<>();
        files.forEach((file, text) -> {
            for (String foreign : FOREIGN) {
                int at = text.indexOf(foreign);
                if (at >= 0) {
                    found.add(file + ":" + (text.substring(0, at).lines().count()) + ": " + foreign);
                }
            }
        });
        return found;
    }

    private static List<String> longWithoutReason(Map<String, String> files) {
        List<String> found = new ArrayList<>();
        files.forEach((file, text) -> {
            long lines = text.lines().count();
            if (file.endsWith(".java")
                    && lines > LONG_FILE
                    && !REASON.matcher(text).find()) {
                found.add(file + ": " + lines + " lines");
            }
        });
        return found;
    }
}
