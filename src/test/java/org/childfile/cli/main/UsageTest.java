package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {

    private static final int COLUMNS = 80;

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandSaysWhatItDoesAndGivesAnExampleThatIsTaken(List<String> command) {
        for (String language : List.of("zh", "en")) {
            String usage = usage(language, command);
            String example =
                    usage.lines().reduce((first, last) -> last).orElse("").strip();

            assertThat(usage.lines().findFirst().orElse("")).isNotBlank().doesNotStartWith("Usage");
            assertThat(example).contains("childfile " + String.join(" ", command.subList(1, command.size())));
            assertThat(CommandRun.takes(words(example))).as(example).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void noLineOfAUsageIsWiderThanATerminal(List<String> command) {
        for (String language : List.of("zh", "en")) {
            assertThat(usage(language, command).lines())
                    .allSatisfy(
                            line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(COLUMNS));
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyOptionSaysWhatItIs(List<String> command) {
        CommandLine line = find(command);

        assertThat(line.getCommandSpec().options())
                .allSatisfy(option -> assertThat(String.join("", option.description()))
                        .as(option.longestName())
                        .isNotBlank());
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheRightOne() {
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", "en"), "nigthly");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("nigthly").contains("nightly");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aMistypedDirectoryIsAnsweredWithTheRightOne() {
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", "en"), "check", "--connectors", "conectors");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Error: conectors: is no directory. Did you mean connectors?\n");
    }

    @Test
    void theSettingsOfTheProgramAreSound() {
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", "en"), "check");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("9 connectors and their mappings have no mistake\n")
                .contains("  connectors/health.yaml: HEALTH_API_KEY is not set (sent as X-Api-Key)."
                        + " Set it and run again.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--unknown",
                "run",
                "nightly --date yesterday",
                "hold maybe education",
                "sql",
                "generate",
                "generate --children 0 --out x",
                "quarantine show abc"
            })
    void wrongUseIsExitCodeTwo(String words) {
        CommandRun run = CommandRun.of(Map.of(), words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void whatIsNotSetIsNamedBeforeAnythingIsStarted() {
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", "en"), "nightly");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Error: connectors/")
                .contains("connectors/health.yaml: HEALTH_API_KEY is not set");
    }

    private static List<List<String>> everyCommand() {
        List<List<String>> found = new ArrayList<>();
        collect(line("zh"), List.of("childfile"), found);
        return found;
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> into) {
        if (line.getCommand() instanceof CommandBase) {
            into.add(path);
        }
        line.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            collect(sub, longer, into);
        });
    }

    private static CommandLine find(List<String> command) {
        CommandLine line = line("zh");
        for (String word : command.subList(1, command.size())) {
            line = Objects.requireNonNull(line.getSubcommands().get(word));
        }
        return line;
    }

    private static CommandLine line(String language) {
        return CommandLineOfChildfile.build(new Shell(
                System.out,
                System.err,
                false,
                Map.of("CHILDFILE_LANG", language),
                Path.of("").toAbsolutePath()));
    }

    private static String usage(String language, List<String> command) {
        List<String> words = new ArrayList<>(command.subList(1, command.size()));
        words.add("--help");
        CommandRun run = CommandRun.of(Map.of("CHILDFILE_LANG", language), words.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    /** The words of an example behind {@code childfile}, quotes taken off. */
    private static List<String> words(String example) {
        List<String> words = new ArrayList<>();
        String rest = example.substring(example.indexOf("childfile ") + "childfile ".length());
        for (String part : rest.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            words.add(part.replace("\"", ""));
        }
        return words;
    }

    @Test
    void theLanguageIsTheUsersWhateverTheMachinesIs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            assertThat(usage("zh", List.of("childfile"))).startsWith("童档：");
            assertThat(usage("en", List.of("childfile"))).startsWith("childfile: ");
        } finally {
            Locale.setDefault(before);
        }
    }
}
