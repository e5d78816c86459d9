package org.childfile.files.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.childfile.access.privacy.Keyring;
import org.childfile.files.identity.Explanation.Outcome;
import org.childfile.files.identity.PersonExplanation.Held;
import org.childfile.files.identity.PersonExplanation.NearMiss;
import org.childfile.files.identity.ReviewStore.Near;
import org.childfile.files.identity.ReviewStore.Placed;
import org.childfile.ingest.mapping.SourceRecord;
import org.childfile.kernel.SourceKey;
import org.jspecify.annotations.Nullable;

/** Says why records are one person or two, by the rules and weights in use and by what persons decided. */
public final class Explainer {

    private static final int NEAR_MISSES = 10;

    private final ReviewStore store;
    private final Verdicts verdicts;
    private final LinkageModels models;
    private final ValueStore heldValues;

    public Explainer(DataSource dataSource, Keyring keys, LinkageModels models) {
        this.store = new ReviewStore(dataSource, keys);
        this.verdicts = new Verdicts(dataSource, keys);
        this.models = models;
        this.heldValues = new ValueStore(dataSource, keys.numbers());
    }

    /** Two records and their persons, compared; empty where one is not there, or they are not of persons of one kind. */
    public Optional<RecordPair> pair(SourceKey a, SourceKey b) {
        return pair(a, b, false);
    }

    /** Two records by themselves: without what anybody said of them, or what became of them. */
    public Optional<RecordPair> blind(SourceKey a, SourceKey b) {
        return pair(a, b, true);
    }

    private Optional<RecordPair> pair(SourceKey a, SourceKey b, boolean blind) {
        Optional<Placed> one = store.record(a);
        Optional<Placed> other = store.record(b);
        if (one.isEmpty()
                || other.isEmpty()
                || one.get().population() != other.get().population()) {
            return Optional.empty();
        }
        Placed left = one.get();
        Placed right = other.get();
        boolean alone = blind || Objects.equals(left.personId(), right.personId());
        List<SourceRecord> ofLeft = withOthers(left);
        List<SourceRecord> ofRight = withOthers(right);
        SideBySide values = SideBySide.of(
                left.population(), alone ? List.of(left.record()) : ofLeft, alone ? List.of(right.record()) : ofRight);
        Explanation explanation = new PairRule(left.population(), models, heldValues)
                .explain(
                        left.record(),
                        right.record(),
                        blind ? null : verdicts.about(a, b).orElse(null));
        return Optional.of(new RecordPair(
                left.population(),
                a,
                b,
                blind ? null : side(left, ofLeft),
                blind ? null : side(right, ofRight),
                values,
                explanation));
    }

    /** The number of a person's records is that of the list; a record that was not linked yet has no person. */
    private static RecordPair.@Nullable Side side(Placed placed, List<SourceRecord> records) {
        return placed.personId() == null ? null : new RecordPair.Side(placed.personId(), records.size());
    }

    private List<SourceRecord> withOthers(Placed placed) {
        if (placed.personId() == null) {
            return List.of(placed.record());
        }
        return Stream.concat(
                        Stream.of(placed.record()),
                        store.records(placed.personId()).stream()
                                .map(Placed::record)
                                .filter(record ->
                                        record.recordId() != placed.record().recordId()))
                .toList();
    }

    /** A person's records and what holds each; a retired id is followed. Empty for an id that was never given. */
    public Optional<PersonExplanation> person(String personId) {
        Optional<String> current = store.currentId(personId);
        List<Placed> records = current.map(store::records).orElse(List.of());
        if (current.isEmpty() || records.isEmpty()) {
            return Optional.empty();
        }
        PairRule rule = new PairRule(records.getFirst().population(), models, heldValues);
        List<Held> held = new ArrayList<>();
        for (Placed placed : records) {
            held.add(held(placed, records, rule));
        }
        return Optional.of(new PersonExplanation(
                current.get(), records.getFirst().population(), held, nearMisses(current.get(), records, rule)));
    }

    private Held held(Placed placed, List<Placed> records, PairRule rule) {
        SourceKey key = placed.record().key();
        return records.stream()
                .filter(other -> !other.record().key().equals(key))
                .map(other -> new Held(
                        key,
                        other.record().key(),
                        placed.byPerson(),
                        rule.explain(placed.record(), other.record(), said(placed, other))))
                .min(Comparator.comparingInt(
                                (Held each) -> strength(each.explanation().outcome()))
                        .thenComparingDouble(each -> -each.explanation().total())
                        .thenComparing(Held::by))
                .orElseGet(() -> new Held(key, key, false, rule.explain(placed.record(), placed.record(), null)));
    }

    private @Nullable Verdict said(Placed placed, Placed other) {
        return placed.byPerson() && other.byPerson()
                ? verdicts.about(placed.record().key(), other.record().key()).orElse(null)
                : null;
    }

    /** What a person said holds first, and what is forbidden holds nothing. */
    private static int strength(Outcome outcome) {
        return switch (outcome) {
            case SAID_SAME -> 0;
            case JOIN, REVIEW, APART -> 1;
            case VETO, SAID_DIFFERENT -> 2;
        };
    }

    private List<NearMiss> nearMisses(String personId, List<Placed> records, PairRule rule) {
        Map<Long, SourceRecord> own = new HashMap<>();
        records.forEach(placed -> own.put(placed.record().recordId(), placed.record()));
        Map<String, Near> best = new LinkedHashMap<>();
        store.edges(personId).stream()
                .filter(edge -> !edge.otherPerson().equals(personId))
                .forEach(edge -> best.putIfAbsent(edge.otherPerson(), edge));
        List<NearMiss> misses = new ArrayList<>();
        for (Near edge : best.values().stream().limit(NEAR_MISSES).toList()) {
            SourceRecord record = own.get(edge.record());
            Placed other = store.record(store.key(edge.other())).orElseThrow();
            if (record != null) {
                misses.add(new NearMiss(
                        record.key(),
                        other.record().key(),
                        edge.otherPerson(),
                        rule.explain(
                                record,
                                other.record(),
                                verdicts.about(record.key(), other.record().key())
                                        .orElse(null))));
            }
        }
        return misses;
    }
}
