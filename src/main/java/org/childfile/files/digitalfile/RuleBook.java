package org.childfile.files.digitalfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.kernel.Sha256;
import org.childfile.settings.Problems;
import org.childfile.settings.Section;
import org.childfile.settings.YamlFiles;

/** The published rules about children: {@code mappings/rules/*.yaml}. */
public final class RuleBook {

    /** To be raised with every change of how rules are applied or facts are read, so that all children are looked at anew. */
    private static final byte EDITION = 1;

    private final FactCatalogue catalogue;
    private final List<Rule> rules;
    private final byte[] text;

    private RuleBook(FactCatalogue catalogue, byte[] text, List<Rule> rules) {
        this.catalogue = catalogue;
        this.text = text;
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
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Path file : YamlFiles.of(mappings.resolve("rules"), "rules", problems)) {
            reader.read(file, problems);
            text.writeBytes(content(file, problems));
        }
        checkValidity(reader.rules());
        checkIds(reader);
        return new RuleBook(
                catalogue,
                text.toByteArray(),
                reader.rules().stream().map(RuleReader.Read::rule).toList());
    }

    private static byte[] content(Path file, Problems problems) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            problems.add(file.toString(), 0, "cannot be read");
            return new byte[0];
        }
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

    /**
     * A digest (SHA-256, hexadecimal) of the files, of which rules hold on a day, and of the edition of the program's way to
     * apply them: as long as it is the same, the same facts on the same day give the same result.
     */
    String inForce(LocalDate day) {
        StringBuilder rules = new StringBuilder();
        for (Part part : Part.values()) {
            of(part, day)
                    .forEach(rule -> rules.append(part)
                            .append(rule.id())
                            .append(' ')
                            .append(rule.version())
                            .append('\n'));
        }
        MessageDigest digest = Sha256.fresh();
        digest.update(text);
        digest.update(rules.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(EDITION);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The rules of a part that hold on a day. */
    List<Rule> of(Part part, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.part() == part && rule.holdsOn(day))
                .toList();
    }
}
