package org.childfile.files.digitalfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childfile.access.erasure.Correction;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.AttributeType;
import org.childfile.ingest.mapping.Population;
import org.childfile.kernel.CitizenId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes facts of files. Pure. */
final class FactReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final FactCatalogue catalogue;

    FactReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Facts facts(RuleInput file) {
        Facts facts = new Facts(catalogue);
        values(file, facts);
        facts.know(
                FactCatalogue.FEEDS,
                file.feeds().stream()
                        .map(feed -> FactEntry.of(
                                feed, Proof.of(FactCatalogue.FEEDS, feed, FactCatalogue.sightOfFeed(feed))))
                        .toList());
        file.withdrawn().forEach(record -> withdrawn(record, file.texts(), facts));
        care(file.care(), facts);
        facts.find(FactCatalogue.GUARDIAN_BORN_ON, () -> guardian(file));
        return facts;
    }

    /** What the file says. Where no feed holds the child any more, only what was proved counts. */
    private void values(RuleInput file, Facts facts) {
        JsonNode document = MAPPER.readTree(file.provenance());
        JsonNode sources = document.path("sources");
        for (Map.Entry<String, JsonNode> each : document.path("values").properties()) {
            JsonNode source = sources.path(each.getValue().path(1).intValue());
            String feed = source.path(0).stringValue("");
            if (!file.feeds().isEmpty() || feed.equals(Correction.FEED)) {
                know(
                        each.getKey(),
                        each.getValue().path(0),
                        new Source(
                                feed,
                                source.path(1).stringValue(""),
                                source.path(2).stringValue("")),
                        file.texts(),
                        facts);
            }
        }
    }

    /** Where a value is from. */
    private record Source(String feed, String key, String observedAt) {

        Proof proof(FactCatalogue.Fact fact, Object value) {
            return new Proof(fact.name(), value, fact.sight(), feed, key, observedAt);
        }
    }

    private void know(String name, JsonNode value, Source source, SealedFacts texts, Facts facts) {
        FactCatalogue.Fact fact = catalogue.find(name).orElse(null);
        if (fact != null && fact.sensitive()) {
            facts.find(name, () -> sensitive(value, fact, source, texts));
        } else if (fact != null) {
            facts.know(name, entries(value, fact, source));
        }
    }

    /** Opened when a rule asks for it; the evidence keeps it sealed. */
    private static List<FactEntry> sensitive(
            JsonNode value, FactCatalogue.Fact fact, Source source, SealedFacts texts) {
        List<FactEntry> entries = new ArrayList<>();
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            String kept = each.asString();
            String clear = texts.clear(kept);
            Proof proof = source.proof(fact, clear.equals(kept) ? texts.seal(fact.name(), kept) : kept);
            if (fact.type() != AttributeType.DATE) {
                entries.add(FactEntry.of(clear, proof));
            } else {
                day(clear).ifPresent(day -> entries.add(FactEntry.of(day, proof)));
            }
        }
        return entries;
    }

    private static List<FactEntry> entries(JsonNode value, FactCatalogue.Fact fact, Source source) {
        List<FactEntry> entries = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> entries.add(entry(each.asString(), fact, source)));
        } else if (value.isBoolean()) {
            entries.add(FactEntry.of(value.booleanValue(), source.proof(fact, value.booleanValue())));
        } else if (value.isNumber()) {
            entries.add(FactEntry.of(value.intValue(), source.proof(fact, value.intValue())));
        } else if (value.isString() && fact.type() == AttributeType.DATE) {
            day(value.stringValue())
                    .ifPresent(day -> entries.add(FactEntry.of(day, source.proof(fact, day.toString()))));
        } else if (value.isString()) {
            entries.add(entry(value.stringValue(), fact, source));
        } else {
            // An address taken apart: nothing but its presence can be asked.
            entries.add(entry("", fact, source));
        }
        return entries;
    }

    private static FactEntry entry(String text, FactCatalogue.Fact fact, Source source) {
        return FactEntry.of(text, source.proof(fact, text));
    }

    /** A day as it is written; a doubtful one is none. */
    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void withdrawn(Withdrawn record, SealedFacts texts, Facts facts) {
        Source source = new Source(record.feed(), record.key(), record.observedAt());
        String name = FactCatalogue.WITHDRAWN + record.feed();
        FactCatalogue.Fact gone = catalogue.find(name).orElse(null);
        if (gone != null && record.goneOn() != null) {
            LocalDate day = record.goneOn();
            facts.know(name, List.of(FactEntry.of(day, source.proof(gone, day.toString()))));
        }
        for (Map.Entry<String, JsonNode> each :
                MAPPER.readTree(record.attributes()).properties()) {
            know(FactCatalogue.WITHDRAWN + each.getKey(), each.getValue(), source, texts, facts);
        }
        for (String attribute : AttributeCatalogue.of(Population.CHILD).sensitive()) {
            catalogue
                    .find(FactCatalogue.WITHDRAWN + attribute)
                    .ifPresent(fact -> facts.find(
                            fact.name(),
                            () -> Optional.ofNullable(record.sealed().get().get(attribute))
                                    .map(value -> sensitive(MAPPER.valueToTree(value), fact, source, texts))
                                    .orElse(List.of())));
        }
    }

    private static void care(Care care, Facts facts) {
        know(FactCatalogue.PAIRED, care.pairedSince() != null, care.pairedSince() != null, facts);
        knowDay(FactCatalogue.PAIRED_SINCE, care.pairedSince(), facts);
        knowDay(FactCatalogue.LAST_VISITED_ON, care.metOn(), facts);
    }

    private static void knowDay(String name, @Nullable LocalDate day, Facts facts) {
        if (day != null) {
            know(name, day, day.toString(), facts);
        }
    }

    private static void know(String name, Object value, Object shown, Facts facts) {
        facts.know(name, List.of(FactEntry.of(value, Proof.of(name, shown, "name"))));
    }

    /** By the id number, which is opened for it and kept nowhere; the evidence is the year alone. */
    private static List<FactEntry> guardian(RuleInput file) {
        Object number = file.identifiers().get().get("guardian_id_number");
        if (number == null) {
            return List.of();
        }
        try {
            LocalDate born = new CitizenId(number.toString()).birthDate();
            return List.of(FactEntry.of(
                    born, Proof.of(FactCatalogue.GUARDIAN_BORN_ON, String.valueOf(born.getYear()), "guardian_name")));
        } catch (IllegalArgumentException invalid) {
            return List.of();
        }
    }
}
