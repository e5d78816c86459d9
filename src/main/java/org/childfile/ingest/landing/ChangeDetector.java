package org.childfile.ingest.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.childfile.ingest.format.RawRecord;
import org.childfile.ingest.format.Unusable;
import org.childfile.ingest.landing.Contents.Content;
import org.childfile.ingest.landing.PullReport.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each record of one pull while it is read, by what is in force for its key:
 *
 * <ol>
 *   <li>A record that cannot be used is set aside.
 *   <li>The first record of a key is new, changed, unchanged, or (where the same content was set aside before) set aside
 *       again.
 *   <li>The same content again for a key is a duplicate. Where a key comes with several contents, the one with the latest
 *       stamp counts, which is known at the end only; the others are set aside. Where no stamp is later than all others, all
 *       are set aside, and what was in force stays: the order of lines decides nothing.
 * </ol>
 *
 * <p>Contents by the number of the key, so that a feed of a million keys takes some 100 MB. Contents are compared by the
 * first 16 bytes of their SHA-256.
 */
final class ChangeDetector {

    private enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED,
        SET_ASIDE_AGAIN
    }

    private final KeyTable keys = new KeyTable();
    private final Contents inForce = new Contents();
    private final Contents come = new Contents();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Map<Integer, List<Occurrence>> repeated = new TreeMap<>();
    private final BrokenRows broken = new BrokenRows(keys, this::inForce);
    private final Map<Unusable.Reason, Integer> refused = new EnumMap<>(Unusable.Reason.class);
    private final Set<Integer> contested = new HashSet<>();
    private final Set<Integer> superseded = new HashSet<>();
    private String[] places = new String[1 << 8];
    private int standing;
    private int deletions;
    private int setAside;
    private int duplicates;
    private int keysCame;

    /** A record that another one of its key supersedes; {@code kept} tells whether its row is in the landing zone. */
    record SupersededRecord(int seq, String place, String key, boolean kept) {}

    /** Tells what is in force for a key, before its record comes. */
    void standing(String key, byte[] hash, boolean withdrawn, boolean quarantined) {
        int number = keys.add(key);
        inForce.set(
                number,
                Content.of(hash, withdrawn),
                quarantined ? Contents.ASIDE : Contents.SOUND,
                Occurrence.NO_STAMP,
                0);
        standing += withdrawn ? 0 : 1;
    }

    /** Takes the next record of the pull; tells whether its row is to be kept in the landing zone. */
    boolean take(int seq, RawRecord record, byte[] hash) {
        String key = record.key();
        if (key == null || record.unusable().isPresent()) {
            setAside++;
            broken.add(record, hash);
            record.unusable().ifPresent(this::refuse);
            return true;
        }
        int number = keys.add(key);
        Content content = Content.of(hash, record.deletion());
        boolean keep = keeps(fate(number, content));
        if (!come.has(number)) {
            keysCame++;
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
        return updated == null ? Occurrence.NO_STAMP : updated.getEpochSecond() * 1_000_000 + updated.getNano() / 1000;
    }

    private Outcome fate(int number, Content content) {
        if (!inForce.has(number)) {
            return Outcome.NEW;
        }
        if (!content.equals(inForce.content(number))) {
            return Outcome.CHANGED;
        }
        return inForce.aside(number) ? Outcome.SET_ASIDE_AGAIN : Outcome.UNCHANGED;
    }

    private static boolean keeps(Outcome fate) {
        return fate == Outcome.NEW || fate == Outcome.CHANGED;
    }

    private void count(int number, Content content, int by) {
        Outcome fate = fate(number, content);
        counts.merge(fate, by, Integer::sum);
        deletions += keeps(fate) && content.deletion() ? by : 0;
    }

    /** Decides between several contents of a key; to be called once, at the end of the pull. */
    List<SupersededRecord> superseded() {
        List<SupersededRecord> superseded = new ArrayList<>();
        repeated.forEach((number, occurrences) -> {
            @Nullable Occurrence latest = Occurrence.latest(occurrences);
            count(number, occurrences.getFirst().content(), -1);
            if (latest == null) {
                contested.add(number);
            } else {
                count(number, latest.content(), 1);
            }
            setAside += occurrences.size() - (latest == null ? 0 : 1);
            for (Occurrence each : occurrences) {
                if (!each.equals(latest)) {
                    this.superseded.add(number);
                    superseded.add(new SupersededRecord(each.seq(), each.place(), keys.key(number), each.kept()));
                }
            }
        });
        repeated.clear();
        return superseded;
    }

    private boolean inForce(int number) {
        return inForce.has(number) && !inForce.content(number).deletion();
    }

    /** The keys in force, and not withdrawn, that did not come. */
    Missing missing() {
        List<String> gone = new ArrayList<>();
        int spared = 0;
        for (int number = 0; number < keys.size(); number++) {
            if (!inForce(number) || come.has(number)) {
                continue;
            }
            if (broken.unreadable() > 0 || broken.has(number)) {
                spared++;
            } else {
                gone.add(keys.key(number));
            }
        }
        return new Missing(gone, spared);
    }

    BrokenRows broken() {
        return broken;
    }

    /** Notes that a record which was taken will be refused further on. */
    void refuse(Unusable why) {
        refused.merge(why.reason(), 1, Integer::sum);
    }

    /** How many records are refused, by reason; those that were mapped in vain before have none. */
    Refusals refusals() {
        return new Refusals(refused, counts.getOrDefault(Outcome.SET_ASIDE_AGAIN, 0));
    }

    /** What the pull tells of a key's entries in the quarantine; to be asked behind {@link #superseded}. */
    KeyCame came(String key) {
        int number = keys.add(key);
        if (broken.has(number) || contested.contains(number)) {
            return KeyCame.BROKEN;
        }
        if (!come.has(number)) {
            return KeyCame.NOT_AT_ALL;
        }
        boolean again = inForce.has(number)
                && inForce.aside(number)
                && come.content(number).equals(inForce.content(number));
        KeyCame sound = superseded.contains(number) ? KeyCame.SUPERSEDING : KeyCame.SOUND;
        return again ? KeyCame.BROKEN : sound;
    }

    /** How many keys were in force, and not withdrawn, before the pull. */
    int keysBefore() {
        return standing;
    }

    /** How many keys came, each broken row counted as the key in force that it has or may have. */
    int keysNow() {
        long brokenKeys = broken.named().stream()
                .filter(number -> inForce(number) && !come.has(number))
                .count();
        return keysCame + (int) brokenKeys + broken.unreadable();
    }

    /** Records that withdraw their keys. */
    int deletions() {
        return deletions;
    }

    Counts counts() {
        int quarantined = setAside + counts.getOrDefault(Outcome.SET_ASIDE_AGAIN, 0);
        int fresh = counts.getOrDefault(Outcome.NEW, 0);
        int changed = counts.getOrDefault(Outcome.CHANGED, 0);
        int unchanged = counts.getOrDefault(Outcome.UNCHANGED, 0);
        int pulled = fresh + changed + unchanged + quarantined + duplicates;
        return new Counts(pulled, fresh, changed, unchanged, quarantined, duplicates, 0);
    }
}
