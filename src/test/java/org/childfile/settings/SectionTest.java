package org.childfile.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {

    private final Problems problems = new Problems();

    @TempDir
    private Path directory = Path.of("");

    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void everyKindOfValueIsReadAsItIsWritten() throws IOException {
        Section section = read("""
                name: 童档
                number: " 12 "
                yes: true
                wait: 90s
                room: 64MB
                colour: dark-blue
                alone: one
                many: [one, two]
                part: {inner: value}
                """);

        assertThat(section.text("name")).isEqualTo("童档");
        assertThat(section.integer("number", 1, 0, 20)).isEqualTo(12);
        assertThat(section.flag("yes", false)).isTrue();
        assertThat(section.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
        assertThat(section.size("room", 0)).isEqualTo(64L * 1024 * 1024);
        assertThat(section.choice("colour", Colour.class, null)).isEqualTo(Colour.DARK_BLUE);
        assertThat(section.texts("alone")).containsExactly("one");
        assertThat(section.texts("many")).containsExactly("one", "two");
        assertThat(section.section("part").text("inner")).isEqualTo("value");
        section.done();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void whatIsAbsentReadsAsItsFallback() throws IOException {
        Section section = read("name: 童档");

        assertThat(section.text("other", "fallback")).isEqualTo("fallback");
        assertThat(section.optionalText("other")).isEmpty();
        assertThat(section.integer("other", 7, 0, 9)).isEqualTo(7);
        assertThat(section.flag("other", true)).isTrue();
        assertThat(section.duration("other", Duration.ofDays(1))).isEqualTo(Duration.ofDays(1));
        assertThat(section.size("other", 5)).isEqualTo(5);
        assertThat(section.choice("other", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
        assertThat(section.texts("other")).isEmpty();
        assertThat(section.has("other")).isFalse();
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "30s,PT30S", "5m,PT5M", "36h,PT36H", "35d,PT840H"})
    void aDurationHasAUnit(String text, Duration duration) throws IOException {
        assertThat(read("wait: " + text).duration("wait", Duration.ZERO)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"1KB,1024", "64MB,67108864", "4GB,4294967296"})
    void aSizeHasAUnit(String text, long bytes) throws IOException {
        assertThat(read("room: " + text).size("room", 0)).isEqualTo(bytes);
    }

    @Test
    void allMistakesOfAFileAreToldAtOnceEachWithItsLine() throws IOException {
        Section section = read("""
                number: many
                big: 21
                yes: maybe
                wait: 30 seconds
                room: 64
                colour: dark-blu
                name: [a, b]
                many: {a: b}
                part: text
                number: 3
                surplus: 1
                """);

        section.integer("number", 1, 0, 20);
        section.integer("big", 1, 0, 20);
        section.flag("yes", false);
        section.duration("wait", Duration.ZERO);
        section.size("room", 0);
        section.choice("colour", Colour.class, Colour.RED);
        section.text("name");
        section.texts("many");
        section.section("part").text("inner");
        section.text("missing");
        section.done();

        assertThat(messages()).isEqualTo("""
                settings.yaml:1: the key name is missing
                settings.yaml:1: the key missing is missing
                settings.yaml:2: big: found 21, allowed is a whole number from 0 to 20
                settings.yaml:3: yes: found maybe, allowed are true and false
                settings.yaml:4: wait: found 30 seconds, allowed is a number with ms, s, m, h or d, such as 30s
                settings.yaml:5: room: found 64, allowed is a number with KB, MB or GB, such as 64MB
                settings.yaml:6: colour: found dark-blu (did you mean dark-blue?), allowed are red, dark-blue
                settings.yaml:7: name: expected one value
                settings.yaml:8: many: expected a list of texts
                settings.yaml:9: expected a mapping (key: value) here
                settings.yaml:9: the key inner is missing
                settings.yaml:10: the key number stands here twice
                settings.yaml:11: unknown key surplus; known here are big, colour, many, missing, name, number, part, room, wait, yes
                """);
    }

    @Test
    void aMistypedKeyIsAnsweredWithTheNearestOne() throws IOException {
        Section section = read("""
                fetch:
                  page-sise: 500
                """);
        section.section("fetch").integer("page-size", 500, 1, 1000);
        section.done();

        assertThat(messages())
                .isEqualTo(
                        "settings.yaml:2: unknown key page-sise (did you mean page-size?); known here are page-size\n");
    }

    @Test
    void theKeysOfASectionOfNamesCountAsAskedFor() throws IOException {
        Section section = read("""
                codes: {"1": one, "2": two}
                """);
        assertThat(section.section("codes").keys()).containsExactly("1", "2");
        section.done();

        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aMissingChoiceWithoutFallbackIsAMistake() throws IOException {
        read("name: 童档").choice("colour", Colour.class, null);

        assertThat(messages()).isEqualTo("settings.yaml:1: the key colour is missing\n");
    }

    @Test
    void aFileThatIsNoYamlIsOneMistakeWithItsLine() throws IOException {
        Section section = read("""
                name: 童档
                part: {inner: [
                """);
        section.text("name");
        section.done();

        assertThat(messages())
                .isEqualTo(
                        "settings.yaml:3: not readable as YAML: expected the node content, but found '<stream end>'\n");
    }

    @Test
    void aFileThatIsNotThereIsOneMistake() {
        Section.read(directory.resolve("absent.yaml"), problems).text("name");

        assertThat(messages()).isEqualTo("absent.yaml: cannot be read: there is no such file\n");
    }

    @Test
    void aFileThatIsNotUtf8IsOneMistake() throws IOException {
        Path file = directory.resolve("gbk.yaml");
        Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xD0, (byte) 0xD5, '\n'});
        Section.read(file, problems).text("a");

        assertThat(messages()).isEqualTo("gbk.yaml: cannot be read: it is not UTF-8\n");
    }

    @Test
    void anEmptyFileLacksWhatIsRequired() throws IOException {
        read("").text("name");

        assertThat(messages()).isEqualTo("settings.yaml:1: the key name is missing\n");
    }

    @Test
    void theMistakesOfSeveralFilesComeByFileAndLineInOneException() {
        problems.add("b.yaml", 2, "second");
        problems.add("b.yaml", 1, "first");
        problems.add("a.yaml", 0, "as a whole");

        assertThatThrownBy(problems::raise)
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("a.yaml: as a whole\nb.yaml:1: first\nb.yaml:2: second");
    }

    private Section read(String yaml) throws IOException {
        Path file = directory.resolve("settings.yaml");
        Files.writeString(file, yaml);
        return Section.read(file, problems);
    }

    private String messages() {
        return problems.all().stream()
                .map(problem -> problem.toString().replace(directory + "/", "") + "\n")
                .collect(Collectors.joining());
    }
}
