package org.childfile.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.childfile.feed.RawRecord;
import org.childfile.landing.Contents.Content;
import org.childfile.landing.PullReport.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each record of one pull while it is read, by what is in force for its key:
 *
 * <ol>
 *   <li>A record that cannot be used is set aside.
 *   <li>The first record of a key is new, changed, unchanged, or (where the same content was set aside before) set aside
 *       again.
 *   <li>The same content again for a key is a duplicate. Where a key comes with several contents, the one with the latest
 *       stamp (else the latest) counts, which is known at the end only; the others are set aside.
 * </ol>
 *
 * <p>Contentss by the number of the key, so that a feed of a million keys takes some 100 MB. Contents are compared by the
 * first 16 bytes of their SHA-256.
 */
final class Fates {

    private static final Comparator<Occurrence> LATEST =
            Comparator.comparingLong(Occurrence::stamp).thenComparingInt(Occurrence::seq);
    private static final long NO_STAMP = Long.MIN_VALUE;

    private enum Fate {
        NEW,
        CHANGED,
        UNCHANGED,
        SET_ASIDE_AGAIN
    }

    private final KeyTable keys = new KeyTable();
    private final Contents inForce = new Contents();
    private final Contents come = new Contents();
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final Map<Integer, List<Occurrence>> repeated = new TreeMap<>();
    private String[] places = new String[1 << 8];
    private int standing;
    private int deletions;
    private int setAside;
    private int duplicates;

    /** One of several contents that came for a key; its stamp in microseconds. */
    private record Occurrence(int seq, String place, Content content, long stamp, boolean kept) {}

    /** A record that another one of its key outdid; {@code kept} tells whether its row is in the landing zone. */
    record Outdone(int seq, String place, String key, boolean kept) {}

    /** Tells what is in force for a key, before its record comes. */
    void standing(String key, byte[] hash, boolean withdrawn, boolean quarantined) {
        int number = keys.add(key);
        inForce.set(number, Content.of(hash, withdrawn), quarantined ? Contents.ASIDE : Contents.SOUND, NO_STAMP, 0);
        standing += withdrawn ? 0 : 1;
    }

    /** Takes the next record of the pull; tells whether its row is to be kept in the landing zone. */
    boolean take(int seq, RawRecord record, byte[] hash) {
        String key = record.key();
        if (key == null || record.unusable().isPresent()) {
            setAside++;
            return true;
        }
        int number = keys.add(key);
        Content content = Content.of(hash, record.deletion());
        boolean keep = keeps(fate(number, content));
        if (!come.has(number)) {
            come.set(number, content, Contents.SOUND, stamp(record.updated()), seq);
            count(number, content, 1);
            if (!keep) {
                notePlace(number, record.place());
            }
            return keep;
        }
        if (content.equals(come.content(number)) || alreadyCame(number, content)) {
            duplicates++;
            return false;
        }
        repeated.computeIfAbsent(number, this::first)
                .add(new Occurrence(seq, record.place(), content, stamp(record.updated()), keep));
        return keep;
    }

    /** The place of a record without a row: needed only if another one of its key outdoes it. */
    private void notePlace(int number, String place) {
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(number + 1, places.length * 2));
        }
        places[number] = place;
    }

    private boolean alreadyCame(int number, Content content) {
        return repeated.getOrDefault(number, List.of()).stream()
                .anyMatch(each -> each.content().equals(content));
    }

    private List<Occurrence> first(int number) {
        Content content = come.content(number);
        boolean kept = keeps(fate(number, content));
        List<Occurrence> occurrences = new ArrayList<>(2);
        String place = kept ? "" : places[number];
        occurrences.add(new Occurrence(come.seq(number), place, content, come.stamp(number), kept));
        return occurrences;
    }

    private static long stamp(@Nullable Instant updated) {
        return updated == null ? NO_STAMP : updated.getEpochSecond() * 1_000_000 + updated.getNano() / 1000;
    }

    private Fate fate(int number, Content content) {
        if (!inForce.has(number)) {
            return Fate.NEW;
        }
        if (!content.equals(inForce.content(number))) {
            return Fate.CHANGED;
        }
        return inForce.aside(number) ? Fate.SET_ASIDE_AGAIN : Fate.UNCHANGED;
    }

    private static boolean keeps(Fate fate) {
        return fate == Fate.NEW || fate == Fate.CHANGED;
    }

    private void count(int number, Content content, int by) {
        Fate fate = fate(number, content);
        counts.merge(fate, by, Integer::sum);
        deletions += keeps(fate) && content.deletion() ? by : 0;
    }

    /** Decides between several contents of a key; to be called once, at the end of the pull. */
    List<Outdone> outdone() {
        List<Outdone> outdone = new ArrayList<>();
        repeated.forEach((number, occurrences) -> {
            Occurrence latest = occurrences.stream().max(LATEST).orElseThrow();
            count(number, occurrences.getFirst().content(), -1);
            count(number, latest.content(), 1);
            setAside += occurrences.size() - 1;
            for (Occurrence each : occurrences) {
                if (!each.equals(latest)) {
                    outdone.add(new Outdone(each.seq(), each.place(), keys.key(number), each.kept()));
                }
            }
        });
        repeated.clear();
        return outdone;
    }

    /** The keys in force, and not withdrawn, that did not come. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (int number = 0; number < keys.size(); number++) {
            if (inForce.has(number) && !inForce.content(number).deletion() && !come.has(number)) {
                missing.add(keys.key(number));
            }
        }
        return missing;
    }

    /** How many keys were in force, and not withdrawn, before the pull. */
    int keysBefore() {
        return standing;
    }

    /** How many keys came. */
    int keysNow() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Records that withdraw their keys. */
    int deletions() {
        return deletions;
    }

    Counts counts() {
        int quarantined = setAside + counts.getOrDefault(Fate.SET_ASIDE_AGAIN, 0);
        int fresh = counts.getOrDefault(Fate.NEW, 0);
        int changed = counts.getOrDefault(Fate.CHANGED, 0);
        int unchanged = counts.getOrDefault(Fate.UNCHANGED, 0);
        int pulled = fresh + changed + unchanged + quarantined + duplicates;
        return new Counts(pulled, fresh, changed, unchanged, quarantined, duplicates, 0);
    }
}
