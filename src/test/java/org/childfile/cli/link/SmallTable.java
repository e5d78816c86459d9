package org.childfile.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childfile.cli.main.CommandRun;

/** Five rows and a model that links them, in a directory; {@code childfile link} is run on them. */
record SmallTable(Path directory) {

    /** Weights of powers of two: name +9 or -2 bits, birth +10 or -3, a prior of 10 bits against. */
    static final String MODEL = """
            version: 1
            fields:
              name: {from: name, as: name}
              birth: {from: birth, as: date}
            blocks:
              - [name]
              - [birth]
            comparisons:
              name:
                levels: [{is: exact, m: 0.512, u: 0.001}, {is: else, m: 0.2, u: 0.8}]
              birth:
                levels: [{is: exact, m: 0.9216, u: 0.0009}, {is: else, m: 0.1, u: 0.8}]
            decision: {join: 0.9, review: 0.01}
            prior: 0.0009765625
            """;

    static final String PEOPLE = """
            id,name,birth,who
            1,anna,2015-01-02,A
            2,berta,2016-02-03,B
            3,Anna,2015-01-02,A
            4,clara,2015-01-02,C
            5,anna,,A
            """;

    static SmallTable in(Path directory) throws IOException {
        SmallTable table = new SmallTable(directory);
        table.write("model.yaml", MODEL);
        table.write("people.csv", PEOPLE);
        return table;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    String written(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A command of which words that begin with {@code @} are files of the directory. */
    CommandRun run(String... words) {
        String[] given =
                Stream.of(words).map(word -> word.replace("@", directory + "/")).toArray(String[]::new);
        return CommandRun.of(Map.of("CHILDFILE_LANG", "en", "CHILDFILE_HOME", directory + "/home"), given);
    }

    CommandRun link(String... more) {
        List<String> words =
                new ArrayList<>(List.of("link", "@people.csv", "--model", "@model.yaml", "--out", "@out.csv"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    /** The command told this and nothing else, and wrote nothing. */
    void assertRefused(CommandRun run, String... told) throws IOException {
        assertThat(run.err().replace(directory + "/", "")).isEqualTo("Error: " + String.join("\n", told) + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(files()).doesNotContain("out.csv").noneMatch(name -> name.endsWith(".part"));
    }
}
