package org.childfile.files.digitalfile;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;
import org.childfile.settings.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Children told in words, {@code birth_date=2015-03-07 diagnoses=C91.0,J45 feeds=health}. Beside attributes there are {@code
 * feeds} (one: health), {@code paired} and {@code met} (days), {@code guardian} (an id number), and {@code gone-FEED} (the
 * enrolment state that a withdrawn record told).
 */
final class Children {

    /** Nothing of these files is sealed. */
    static final SealedFacts CLEAR = new SealedFacts() {
        @Override
        public String clear(String text) {
            return text;
        }

        @Override
        public String seal(String attribute, String text) {
            return text;
        }
    };

    static final List<String> FEEDS =
            List.of("civil-affairs", "education", "public-security", "health", "political-legal", "medical-insurance");
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private Children() {}

    static RuleBook published() {
        Problems problems = new Problems();
        RuleBook book = RuleBook.read(Path.of("mappings"), FEEDS, problems);
        problems.raise();
        return book;
    }

    static RuleInput told(String child) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : child.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                words.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        String born = words.get("birth_date");
        return new RuleInput(
                "C1",
                born == null ? null : LocalDate.parse(born),
                List.of(words.getOrDefault("feeds", "health").split(",")),
                provenance(words),
                () -> words.containsKey("guardian")
                        ? Map.of("guardian_id_number", words.getOrDefault("guardian", ""))
                        : Map.of(),
                CLEAR,
                withdrawn(words),
                new Care(day(words.get("paired")), day(words.get("met"))));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<Withdrawn> withdrawn(Map<String, String> words) {
        List<Withdrawn> withdrawn = new ArrayList<>();
        words.forEach((word, state) -> {
            if (word.startsWith("gone-")) {
                withdrawn.add(new Withdrawn(
                        word.substring(5),
                        "9",
                        "2026-10-01T00:00:00Z",
                        "{\"enrolment_state\": \"" + state + "\"}",
                        Map::of,
                        DAY));
            }
        });
        return withdrawn;
    }

    /** As {@code versions.child_version} keeps it, every value from health record 1 of 2026-09-01. */
    static String provenance(Map<String, String> words) {
        Map<String, Object> values = new TreeMap<>();
        words.forEach((name, text) -> AttributeCatalogue.of(Population.CHILD)
                .find(name)
                .ifPresent(attribute -> values.put(name, List.of(value(attribute.type(), text), 0, "only"))));
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("sources", List.of(List.of("health", "1", "2026-09-01T00:00:00Z")), "values", values));
    }

    private static Object value(AttributeType type, String text) {
        return switch (type) {
            case FLAG -> Boolean.valueOf(text);
            case TEXTS -> Arrays.asList(text.split(","));
            case TEXT, DATE, INTEGER, OBJECT -> text;
        };
    }
}
