package org.childfile.ingest.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.childfile.ingest.format.PossibleKeys;
import org.childfile.ingest.format.RawRecord;
import org.childfile.ingest.format.Unusable;
import org.childfile.ingest.landing.ChangeDetector.SupersededRecord;
import org.childfile.ingest.landing.PullReport.Counts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record is written {@code key content stamp}; its content stands for its bytes. */
class ChangeDetectorTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T00:00:00Z");

    private final ChangeDetector detector = new ChangeDetector();
    private int seq;

    @Test
    void newChangedAndUnchangedAreToldByWhatIsInForce() {
        standing("a", "1", false);
        standing("b", "1", false);
        assertThat(comes("a", "1", 0)).isFalse();
        assertThat(comes("b", "2", 0)).isTrue();
        assertThat(comes("c", "1", 0)).isTrue();
        assertThat(detector.superseded()).isEmpty();
        assertThat(detector.counts()).isEqualTo(counts(1, 1, 1, 0, 0));
        assertThat(detector.keysBefore()).isEqualTo(2);
        assertThat(detector.keysNow()).isEqualTo(3);
    }

    @Test
    void whatWasMappedInVainAndComesAgainIsSetAsideAgain() {
        standing("a", "1", true);
        assertThat(comes("a", "1", 0)).isFalse();
        assertThat(detector.counts()).isEqualTo(counts(0, 0, 0, 1, 0));
    }

    @Test
    void theSameContentTwiceIsADuplicate() {
        assertThat(comes("a", "1", 0)).isTrue();
        assertThat(comes("a", "1", 0)).isFalse();
        assertThat(comes("a", "1", 0)).isFalse();
        assertThat(detector.superseded()).isEmpty();
        assertThat(detector.counts()).isEqualTo(counts(1, 0, 0, 0, 2));
    }

    @Test
    void ofSeveralContentsTheLatestStampCounts() {
        comes("a", "late", 5);
        comes("a", "early", 1);
        comes("a", "early", 1);
        comes("a", "latest", 9);
        assertThat(detector.superseded())
                .containsExactly(new SupersededRecord(1, "", "a", true), new SupersededRecord(2, "line 2", "a", true));
        assertThat(detector.counts()).isEqualTo(counts(1, 0, 0, 2, 1));
    }

    @Test
    void withoutStampsOrWithEqualOnesNoLineCounts() {
        detector.take(++seq, record("a", "first", null), content("first"));
        detector.take(++seq, record("a", "second", null), content("second"));
        comes("b", "first", 3);
        comes("b", "second", 3);
        comes("b", "early", 1);
        assertThat(detector.superseded())
                .containsExactly(
                        new SupersededRecord(1, "", "a", true),
                        new SupersededRecord(2, "line 2", "a", true),
                        new SupersededRecord(3, "", "b", true),
                        new SupersededRecord(4, "line 4", "b", true),
                        new SupersededRecord(5, "line 5", "b", true));
        assertThat(detector.counts()).isEqualTo(counts(0, 0, 0, 5, 0));
        assertThat(detector.keysNow()).isEqualTo(2);
        assertThat(detector.came("a")).isEqualTo(KeyCame.BROKEN);
    }

    @Test
    void whatWasInForceStaysWhereNoLineCounts() {
        standing("a", "old", false);
        comes("a", "old", 1);
        comes("a", "other", 1);
        assertThat(detector.superseded())
                .containsExactly(
                        new SupersededRecord(1, "line 1", "a", false), new SupersededRecord(2, "line 2", "a", true));
        assertThat(detector.counts()).isEqualTo(counts(0, 0, 0, 2, 0));
        assertThat(detector.missing()).isEqualTo(Missing.NONE);
    }

    @Test
    void aBrokenRowSparesItsKeyOrThoseThatItMayHave() {
        for (String key : List.of("a", "b", "c", "d")) {
            standing(key, "1", false);
        }
        broken("a", new PossibleKeys.Any());
        broken(null, new PossibleKeys.OneOf(List.of("b", "nobody", "c")));
        broken(null, new PossibleKeys.None());
        assertThat(detector.missing()).isEqualTo(new Missing(List.of("d"), 3));
        assertThat(detector.keysNow()).isEqualTo(3);
    }

    @Test
    void aRowThatMayBeAnybodysSparesAll() {
        standing("a", "1", false);
        standing("b", "1", false);
        comes("a", "1", 0);
        broken(null, new PossibleKeys.OneOf(List.of("nobody")));
        assertThat(detector.missing()).isEqualTo(new Missing(List.of(), 1));
        assertThat(detector.broken().unreadable()).isEqualTo(1);
        assertThat(detector.keysNow()).isEqualTo(2);
    }

    @Test
    void aBrokenRowIsNamedByTheOnlyKeyInForceThatItMayHave() {
        standing("a", "1", false);
        RawRecord one = broken(null, new PossibleKeys.OneOf(List.of("x", "a")));
        assertThat(detector.broken().named(one).key()).isEqualTo("a");
        standing("x", "1", false);
        assertThat(detector.broken().named(one).key()).isNull();
    }

    private RawRecord broken(@Nullable String key, PossibleKeys possible) {
        Unusable why = new Unusable(Unusable.Reason.MALFORMED, "", "x");
        RawRecord record = new RawRecord("line", bytes("x"), key, null, false, Optional.of(why), possible);
        detector.take(++seq, record, content("broken " + seq));
        return record;
    }

    @Test
    void aRecordWithAStampOutdoesOneWithout() {
        comes("a", "stamped", 1);
        detector.take(++seq, record("a", "later line", null), content("later line"));
        assertThat(detector.superseded()).containsExactly(new SupersededRecord(2, "line 2", "a", true));
    }

    @Test
    void anUnchangedRecordThatIsOutdoneHasNoRowYet() {
        standing("a", "old", false);
        assertThat(comes("a", "old", 1)).isFalse();
        assertThat(comes("a", "new", 2)).isTrue();
        assertThat(detector.superseded()).containsExactly(new SupersededRecord(1, "line 1", "a", false));
        assertThat(detector.counts()).isEqualTo(counts(0, 1, 0, 1, 0));
    }

    @Test
    void anUnchangedRecordThatOutdoesAnotherStaysInForce() {
        standing("a", "old", false);
        comes("a", "wrong", 1);
        comes("a", "old", 2);
        assertThat(detector.superseded()).containsExactly(new SupersededRecord(1, "", "a", true));
        assertThat(detector.counts()).isEqualTo(counts(0, 0, 1, 1, 0));
    }

    @Test
    void aDeletionIsAnotherContentThanTheSameBytesInForce() {
        standing("a", "1", false);
        RawRecord deletion = new RawRecord("line 1", bytes("1"), "a", MORNING, true, Optional.empty());
        assertThat(detector.take(++seq, deletion, content("1"))).isTrue();
        assertThat(detector.deletions()).isEqualTo(1);
        assertThat(detector.counts()).isEqualTo(counts(0, 1, 0, 0, 0));
    }

    @Test
    void whatASnapshotLacksIsMissingUnlessItIsWithdrawn() {
        standing("a", "1", false);
        standing("b", "1", false);
        detector.standing("gone", content("1"), true, false);
        comes("b", "1", 0);
        assertThat(detector.missing()).isEqualTo(new Missing(List.of("a"), 0));
        assertThat(detector.keysBefore()).isEqualTo(2);
    }

    @Test
    void anUnusableRecordIsKeptAndSetAside() {
        RawRecord unusable = new RawRecord(
                "line 1", bytes("x"), null, null, false, Optional.of(new Unusable(Unusable.Reason.MALFORMED, "", "x")));
        assertThat(detector.take(++seq, unusable, content("x"))).isTrue();
        assertThat(detector.counts()).isEqualTo(counts(0, 0, 0, 1, 0));
        assertThat(detector.keysNow()).as("it may be anybody's").isEqualTo(1);
    }

    private void standing(String key, String content, boolean quarantined) {
        detector.standing(key, content(content), false, quarantined);
    }

    private boolean comes(String key, String content, int hour) {
        return detector.take(++seq, record(key, content, MORNING.plusSeconds(hour * 3600L)), content(content));
    }

    private RawRecord record(String key, String content, @Nullable Instant updated) {
        return new RawRecord("line " + seq, bytes(content), key, updated, false, Optional.empty());
    }

    /** In place of a hash: the content's own first 16 bytes. */
    private static byte[] content(String content) {
        return Arrays.copyOf(bytes(content), 16);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Counts counts(int fresh, int changed, int unchanged, int quarantined, int duplicates) {
        return new Counts(
                fresh + changed + unchanged + quarantined + duplicates,
                fresh,
                changed,
                unchanged,
                quarantined,
                duplicates,
                0);
    }
}
