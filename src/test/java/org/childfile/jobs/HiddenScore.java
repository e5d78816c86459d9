package org.childfile.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hidden children that a night found, by the truth of its world: each named by its person and the kind of difficulty. A
 * child's person is the one that most of its records are truly about.
 */
record HiddenScore(Set<String> planted, Set<String> found) {

    static HiddenScore of(Nights nights, int night) {
        Path world = nights.world().dir();
        Map<String, String> truth = new HashMap<>();
        rows(world.resolve("truth.csv")).forEach(row -> truth.put(row[0] + "/" + row[1], row[2]));
        Map<String, Map<String, Integer>> persons = new HashMap<>();
        nights.books()
                // Keys that are id numbers stand as tokens; the other feeds' tell enough.
                .texts(
                        "select person_id || '=' || feed || '/' || source_key from mart.membership where source_key !~ '^~'")
                .forEach(text -> persons.computeIfAbsent(text.substring(0, text.indexOf('=')), id -> new HashMap<>())
                        .merge(String.valueOf(truth.get(text.substring(text.indexOf('=') + 1))), 1, Integer::sum));
        Set<String> found = new TreeSet<>();
        for (String text : nights.books().texts("select child_id || ' ' || rule from mart.hidden_child")) {
            String[] child = text.split(" ");
            found.add(most(persons.getOrDefault(child[0], Map.of())) + " " + child[1]);
        }
        Set<String> planted = new TreeSet<>();
        rows(world.resolve("hidden.csv")).stream()
                .filter(row -> row[0].equals(String.valueOf(night)))
                .forEach(row -> planted.add(row[1] + " " + row[2]));
        return new HiddenScore(planted, found);
    }

    private static String most(Map<String, Integer> people) {
        return people.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("nobody");
    }

    private static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long both() {
        return found.stream().filter(planted::contains).count();
    }

    double precision() {
        return found.isEmpty() ? 1 : both() / (double) found.size();
    }

    double recall() {
        return planted.isEmpty() ? 1 : both() / (double) planted.size();
    }
}
