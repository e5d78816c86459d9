package org.childfile.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A README: its commands, what it shows of their output, and where it points. */
record Readme(String text) {

    private static final String LAUNCHER = "./childfile ";

    /** Words, or texts in double quotes. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Readme read(String name) throws IOException {
        return new Readme(Files.readString(Repository.ROOT.resolve(name)));
    }

    /** The commands of the sh blocks, each as the words after the launcher. */
    List<List<String>> commands() {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(LAUNCHER))
                .map(line -> words(line.substring(LAUNCHER.length())))
                .toList();
    }

    /** What the first block of output shows of a run's report, without the stages, whose seconds differ each time. */
    List<String> report() {
        return blocks("text").getFirst().split("\n\n(?=stage|阶段)")[0].lines().toList();
    }

    /** The files of the repository that are linked to. */
    List<String> links() {
        return all("]\\((?!http)([^)#]+)\\)");
    }

    private List<String> blocks(String language) {
        return all("(?s)```" + language + "\n(.*?)```");
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(Readme::word).toList();
    }

    private static String word(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
