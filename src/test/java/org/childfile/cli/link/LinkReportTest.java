package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.childfile.cli.main.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkReportTest {

    private static final String PEOPLE = "docs/linkage-examples/people.csv";

    @TempDir
    private Path directory;

    private String report(String language, String table, String... more) throws IOException {
        Path page = directory.resolve("report.html");
        String[] words = {
            "link", table, "--model", "docs/linkage-examples/city.yaml", "--out", directory + "/out.csv", "--report", ""
        };
        words[words.length - 1] = page.toString();
        String[] all = Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", language), all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(page);
    }

    @Test
    void thePageNeedsNothingBesideIt() throws IOException {
        assertThat(report("en", PEOPLE))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .doesNotContain("http:", "https:", "<link", "<script", "src=", "url(", "@import")
                .contains("prefers-color-scheme:dark");
    }

    @Test
    void thePageSpeaksTheLanguageOfTheUser() throws IOException {
        assertThat(report("zh", PEOPLE, "--truth", "person"))
                .contains("<html lang=\"zh\">", "比对报告：people.csv", "各级别的权重", "与真值对照");
        assertThat(report("en", PEOPLE))
                .contains("Linkage of people.csv", "What each level is worth", "As the model expects of itself")
                .doesNotContain("Measured against the truth");
    }

    @Test
    void valuesAreMaskedUnlessRevealed() throws IOException {
        String name = Files.readAllLines(Path.of(PEOPLE)).get(1).split(",")[2];

        assertThat(report("en", PEOPLE)).doesNotContain(name).contains(name.charAt(0) + "***");
        assertThat(report("en", PEOPLE, "--reveal")).contains(">" + name + "<");
    }

    @Test
    void whatStandsInATableIsTextAndNeverMarkup() throws IOException {
        Path table = directory.resolve("<b>&.csv");
        Files.writeString(
                table,
                Files.readString(Path.of(PEOPLE))
                        .replaceAll("(?m)^(\\d+,[^,]*),[^,]*,", "$1,<script>alert(1)</script>,"));

        assertThat(report("en", table.toString(), "--reveal"))
                .contains("Linkage of &lt;b&gt;&amp;.csv")
                .doesNotContain("<script>");
    }
}
