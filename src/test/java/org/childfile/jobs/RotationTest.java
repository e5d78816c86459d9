package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.childfile.access.keys.Rotation;
import org.childfile.access.keys.TestKeys;
import org.childfile.access.privacy.SealedColumn;
import org.childfile.files.versions.SealedRows;
import org.childfile.ingest.landing.Sealing;
import org.childfile.ingest.mapping.SourceRecords;
import org.childfile.ingest.push.Inbox;
import org.junit.jupiter.api.Test;

/** Keys that are rotated while nights run, and rotations that are cut off. */
class RotationTest {

    private final Nights nights = Nights.shared().empty();

    private static List<SealedColumn> columns() {
        List<SealedColumn> columns = new ArrayList<>(Sealing.columns());
        columns.addAll(Inbox.columns());
        columns.add(SourceRecords.SEALED);
        columns.addAll(SealedRows.columns());
        return columns;
    }

    private Rotation rotation() {
        return new Rotation(nights.database(), TestKeys.of(nights.database()));
    }

    private Rotation.Rotated rotate() throws InterruptedException {
        return rotation().rotate(columns(), values -> {}).orElseThrow();
    }

    private long sealed() {
        return columns().stream()
                .mapToLong(
                        column -> nights.books().count("select count(" + column.column() + ") from " + column.table()))
                .sum();
    }

    private List<String> keysInUse() {
        List<String> keys = new ArrayList<>();
        for (SealedColumn column : columns()) {
            keys.addAll(nights.books()
                    .texts("select distinct substring(" + column.column() + " from 2 for 2)::text from "
                            + column.table() + " where " + column.column() + " is not null"));
        }
        return keys.stream().distinct().toList();
    }

    @Test
    void everythingIsSealedAnewAndReadsAsBefore() throws InterruptedException {
        nights.run(1);
        List<String> landed = nights.books().landed();
        long values = sealed();
        assertThat(keysInUse()).containsExactly("\\x0001");

        assertThat(rotate()).isEqualTo(new Rotation.Rotated(3, values));

        assertThat(keysInUse()).containsExactly("\\x0003");
        assertThat(nights.books().landed()).isEqualTo(landed);
        assertThat(nights.books().texts("select key_id || ' ' || state from privacy.data_key order by 1"))
                .containsExactly("1 retired", "2 current", "3 current");
    }

    @Test
    void aNightThatRunsMeanwhileEndsAsOnAnyOtherDay() throws InterruptedException {
        nights.run(1);
        List<String> undisturbed = afterSecondNight(nights.keep());

        CompletableFuture<Run> night = CompletableFuture.supplyAsync(() -> nights.run(2));
        int rotations = 0;
        while (!night.isDone() && rotations < 3) {
            rotate();
            rotations++;
        }

        assertThat(rotations).isPositive();
        assertThat(night.join().state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(night.join())).isEmpty();
        assertThat(memberships()).isEqualTo(undisturbed);
        rotate();
        assertThat(keysInUse()).hasSize(1);
    }

    private List<String> afterSecondNight(org.childfile.database.DatabaseAddress kept) {
        nights.from(kept).run(2);
        List<String> memberships = memberships();
        nights.from(kept);
        return memberships;
    }

    private List<String> memberships() {
        return nights.books()
                .texts("select concat_ws(' ', feed, source_key, person_id) from mart.membership order by 1");
    }

    @Test
    void aRotationThatWasCutOffGoesOn() throws InterruptedException {
        nights.run(1);
        long values = sealed();
        List<Long> done = new ArrayList<>();
        assertThatThrownBy(() -> rotation().rotate(columns(), sealedAnew -> {
                    done.add(sealedAnew);
                    throw new IllegalStateException("cut off");
                }))
                .hasMessage("cut off");
        assertThat(keysInUse()).containsExactlyInAnyOrder("\\x0001", "\\x0003");

        assertThat(rotate()).isEqualTo(new Rotation.Rotated(3, values - done.getFirst()));

        assertThat(keysInUse()).containsExactly("\\x0003");
    }

    @Test
    void oneProcessAtATimeRotates() throws InterruptedException {
        nights.run(1);
        List<Boolean> second = new ArrayList<>();

        rotation().rotate(columns(), values -> {
            if (second.isEmpty()) {
                try {
                    second.add(rotation().rotate(columns(), more -> {}).isPresent());
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        assertThat(second).containsExactly(false);
    }
}
