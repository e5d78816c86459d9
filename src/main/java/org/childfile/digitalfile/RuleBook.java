package org.childfile.digitalfile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;

/** The published rules about children: {@code mappings/rules/*.yaml}. */
public final class RuleBook {

    private final FactCatalogue catalogue;
    private final List<Rule> rules;

    private RuleBook(FactCatalogue catalogue, List<Rule> rules) {
        this.catalogue = catalogue;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads every file of rules; mistakes go to {@code problems}.
     *
     * @param mappings the directory that holds {@code rules}
     * @param feeds the feeds that speak of children
     */
    public static RuleBook read(Path mappings, List<String> feeds, Problems problems) {
        FactCatalogue catalogue = new FactCatalogue(feeds);
        RuleReader reader = new RuleReader(catalogue);
        for (Path file : files(mappings.resolve("rules"), problems)) {
            reader.read(file, problems);
        }
        checkValidity(reader.rules());
        checkIds(reader);
        return new RuleBook(
                catalogue, reader.rules().stream().map(RuleReader.Read::rule).toList());
    }

    private static List<Path> files(Path directory, Problems problems) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "*.yaml")) {
            stream.forEach(files::add);
        } catch (IOException e) {
            problems.add(directory.toString(), 0, "cannot be read as a directory of rules");
        }
        Collections.sort(files);
        return files;
    }

    /** Of one id at most one version holds on a day. */
    private static void checkValidity(List<RuleReader.Read> read) {
        for (int i = 0; i < read.size(); i++) {
            Rule rule = read.get(i).rule();
            for (RuleReader.Read earlier : read.subList(0, i)) {
                Rule other = earlier.rule();
                if (rule.part() == other.part() && rule.id().equals(other.id()) && rule.overlaps(other)) {
                    Section section = read.get(i).section();
                    section.problem(
                            "from",
                            "version " + rule.version() + " of " + rule.id() + " holds on days on which version "
                                    + other.version() + " does ("
                                    + earlier.section().file() + ", line "
                                    + earlier.section().line("id") + "); end that one by to");
                }
            }
        }
    }

    private static void checkIds(RuleReader reader) {
        for (ConditionReader.Asked asked : reader.asked()) {
            Set<String> ids = new TreeSet<>();
            reader.rules().stream()
                    .map(RuleReader.Read::rule)
                    .filter(rule -> rule.part() == asked.part())
                    .forEach(rule -> ids.addAll(asked.part() == Part.HIDDEN ? rule.of() : List.of(rule.id())));
            for (String id : asked.ids()) {
                if (!ids.contains(id)) {
                    asked.section()
                            .problem(
                                    asked.key(),
                                    "no rule of " + asked.part().written() + " has the id " + id + Section.hint(id, ids)
                                            + "; there are " + String.join(", ", ids));
                }
            }
        }
    }

    FactCatalogue catalogue() {
        return catalogue;
    }

    List<Rule> all() {
        return rules;
    }

    /** The rules of a part that hold on a day. */
    List<Rule> of(Part part, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.part() == part && rule.holdsOn(day))
                .toList();
    }
}
