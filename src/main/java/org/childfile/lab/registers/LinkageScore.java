package org.childfile.lab.registers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How well records were put together, by the truth of a generated world.
 *
 * @param said pairs of records that are said to be of one person
 * @param real pairs that truly are
 * @param both pairs that are and are said to be
 * @param bCubedPrecision over records: the share of a record's person that truly is its person (Bagga and Baldwin 1998)
 * @param bCubedRecall over records: the share of what truly is its person that is with it
 * @param mergedPeople pairs of true persons that have records in one person
 * @param mergedTwins persons of whom some records are of one twin and some of the other
 * @param unknown records of which the truth knows nothing
 */
public record LinkageScore(
        long said,
        long real,
        long both,
        double bCubedPrecision,
        double bCubedRecall,
        long mergedPeople,
        List<String> mergedTwins,
        List<String> unknown) {

    /** The score of persons by record, each called {@code feed/key}. */
    public static LinkageScore of(Path world, Map<String, String> found) {
        Map<String, String> truth = new HashMap<>();
        rows(world.resolve("truth.csv")).forEach(row -> truth.put(row.get(0) + "/" + row.get(1), row.get(2)));
        Map<String, Long> said = new HashMap<>();
        Map<String, Long> real = new HashMap<>();
        Map<String, Long> both = new HashMap<>();
        found.forEach((record, person) -> {
            said.merge(person, 1L, Long::sum);
            real.merge(String.valueOf(truth.get(record)), 1L, Long::sum);
            both.merge(person + truth.get(record), 1L, Long::sum);
        });
        List<String> unknown = found.keySet().stream()
                .filter(record -> !truth.containsKey(record))
                .toList();
        double precision = 0;
        double recall = 0;
        Map<String, Set<String>> people = new HashMap<>();
        for (Map.Entry<String, String> each : found.entrySet()) {
            String person = String.valueOf(truth.get(each.getKey()));
            double together = both.getOrDefault(each.getValue() + person, 0L);
            precision += together / said.getOrDefault(each.getValue(), 1L);
            recall += together / real.getOrDefault(person, 1L);
            people.computeIfAbsent(each.getValue(), none -> new HashSet<>()).add(person);
        }
        return new LinkageScore(
                pairs(said),
                pairs(real),
                pairs(both),
                precision / found.size(),
                recall / found.size(),
                people.values().stream()
                        .mapToLong(all -> all.size() * (all.size() - 1L) / 2)
                        .sum(),
                mergedTwins(world, truth, found),
                unknown);
    }

    /** The score of what a warehouse holds: rows {@code feed/key=person}. */
    public static LinkageScore ofRows(Path world, List<String> rows) {
        Map<String, String> found = new HashMap<>();
        rows.forEach(row -> {
            int end = row.lastIndexOf('=');
            found.put(row.substring(0, end), row.substring(end + 1));
        });
        return of(world, found);
    }

    /** The harmonic mean of the two. */
    public double bCubed() {
        return 2 * bCubedPrecision * bCubedRecall / (bCubedPrecision + bCubedRecall);
    }

    private static long pairs(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private static List<String> mergedTwins(Path world, Map<String, String> truth, Map<String, String> found) {
        Map<String, String> twins = new HashMap<>();
        rows(world.resolve("people.csv")).stream()
                .filter(row -> !row.get(2).isEmpty())
                .forEach(row -> twins.put(row.get(0), row.get(2)));
        if (twins.isEmpty()) {
            throw new IllegalArgumentException("a world without twins proves nothing about them");
        }
        Map<String, String> twinOfPerson = new HashMap<>();
        List<String> merged = new ArrayList<>();
        found.forEach((record, person) -> {
            String child = truth.get(record);
            if (twins.containsKey(child)) {
                String other = twinOfPerson.putIfAbsent(person, child);
                if (other != null && !other.equals(child)) {
                    merged.add(person);
                }
            }
        });
        return merged;
    }

    private static List<CSVRecord> rows(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What share of the pairs that are said to be of one person is. */
    public double precision() {
        return (double) both / said;
    }

    /** What share of the pairs that are of one person is said to be. */
    public double recall() {
        return (double) both / real;
    }
}
