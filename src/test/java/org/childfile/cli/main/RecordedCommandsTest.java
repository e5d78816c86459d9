package org.childfile.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.childfile.cli.data.SqlCommand;
import org.childfile.cli.run.RunsCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Shell;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command either records what it shows or decides, or stands here with why it need not. */
class RecordedCommandsTest {

    private static final Map<String, String> SHOW_NOBODY = new TreeMap<>(Map.ofEntries(
            Map.entry("childfile", "names its commands"),
            Map.entry("childfile audit", "names its commands"),
            Map.entry("childfile quarantine", "names its commands"),
            Map.entry("childfile wakeup", "names its commands"),
            Map.entry("childfile pairing", "names its commands"),
            Map.entry("childfile login", "names its commands"),
            Map.entry("childfile breach", "names its commands"),
            Map.entry("childfile assessment", "names its commands"),
            Map.entry("childfile compose", "names its commands"),
            Map.entry("childfile compose init", "writes passwords to a file, before there is a warehouse"),
            Map.entry("childfile migrate", "brings tables up to date, before there may be a log"),
            Map.entry("childfile approval", "names its commands"),
            Map.entry("childfile generate-completion", "a script for the shell"),
            Map.entry("childfile check", "reads connectors and mappings alone"),
            Map.entry("childfile run", "the report of a run: feeds, stages, numbers"),
            Map.entry("childfile runs", "the list of runs"),
            Map.entry("childfile retry", "the report of a run: feeds, stages, numbers"),
            Map.entry("childfile feeds", "how feeds stand: numbers"),
            Map.entry("childfile serve", "shows nothing itself; its API records"),
            Map.entry("childfile link", "reads the user's own tables and no warehouse"),
            Map.entry("childfile profile", "reads the user's own tables and no warehouse"),
            Map.entry("childfile generate", "makes up persons"),
            Map.entry("childfile demo", "makes up a world; the commands that it carries out record"),
            Map.entry("childfile departments", "makes up departments"),
            Map.entry("childfile bench", "makes up persons, in a home of its own")));

    private static final List<String> DOORS =
            List.of("org.childfile.cli", "org.childfile.lab.demo", "org.childfile.lab.bench");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(DOORS.toArray(new String[0]));

    @Test
    void everyCommandRecordsWhatItShows() {
        Set<String> silent = new TreeSet<>();
        commands().forEach((name, type) -> {
            if (!records(CLASSES.get(type))) {
                silent.add(name);
            }
        });

        assertThat(silent).containsExactlyElementsOf(SHOW_NOBODY.keySet());
    }

    @Test
    void everyCommandThatRevealsAsksWhy() {
        Set<String> silent = new TreeSet<>();
        TreeMap<String, CommandLine> lines = new TreeMap<>();
        collect(line(), lines);
        lines.forEach((name, line) -> {
            boolean ownTables = name.equals("childfile link") || name.equals("childfile profile");
            if (line.getCommandSpec().findOption("--reveal") != null
                    && line.getCommandSpec().findOption("--reason") == null
                    && line.getCommandSpec().findOption("--why") == null
                    && !ownTables) {
                silent.add(name);
            }
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void aCommandThatRecordsNothingIsFound() {
        assertThat(records(CLASSES.get(RunsCommand.class))).isFalse();
        assertThat(records(CLASSES.get(SqlCommand.class))).isTrue();
    }

    /** Whether something that a command calls, itself or through others of the command line, records. */
    private static boolean records(JavaClass command) {
        // A method and its bridge have the same name.
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> left = new ArrayDeque<>();
        for (JavaClass each = command;
                ofADoor(each);
                each = each.getRawSuperclass().orElseThrow()) {
            left.addAll(each.getCodeUnits());
        }
        while (!left.isEmpty()) {
            JavaCodeUnit unit = left.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.getOwner().isEquivalentTo(CliDoor.class)
                    && Set.of("record", "note").contains(unit.getName())) {
                return true;
            }
            unit.getCallsFromSelf().stream()
                    .filter(call -> ofADoor(call.getTargetOwner()))
                    // What a command refuses is not what it shows, and every command may call every other by the root.
                    .filter(call -> !call.getTarget().getName().equals("refused"))
                    .filter(call -> !call.getTargetOwner().isEquivalentTo(CommandLineOfChildfile.class))
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .forEach(left::add);
        }
        return false;
    }

    private static boolean ofADoor(JavaClass type) {
        return DOORS.stream().anyMatch(door -> type.getPackageName().startsWith(door));
    }

    private static Map<String, Class<?>> commands() {
        TreeMap<String, CommandLine> lines = new TreeMap<>();
        collect(line(), lines);
        Map<String, Class<?>> commands = new TreeMap<>();
        lines.forEach((name, line) -> {
            Class<?> type = line.getCommandSpec().userObject().getClass();
            commands.put(name, CommandBase.class.isAssignableFrom(type) ? type : RootCommand.class);
        });
        return commands;
    }

    private static void collect(CommandLine line, Map<String, CommandLine> into) {
        into.put(line.getCommandSpec().qualifiedName(), line);
        line.getSubcommands().values().forEach(each -> collect(each, into));
    }

    private static CommandLine line() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return CommandLineOfChildfile.build(
                new Shell(nowhere, nowhere, false, Map.of(), Path.of("").toAbsolutePath()));
    }
}
