package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.childfile.jobs.BadNight.FEEDS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.childfile.lab.departments.Faults;
import org.childfile.lab.departments.Poison;
import org.childfile.lab.departments.Tampering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Departments that send records nobody can use, all nine at once and each by itself. Whatever they send: no record is lost,
 * nobody counts as gone, and once they behave nothing of it is left.
 */
class BrokenDepartmentsTest {

    private static final Map<String, String> NAMES = Map.of(
            "care-records", "pairingNo",
            "civil-affairs", "xm",
            "education", "姓名",
            "health", "name",
            "medical-insurance", "psnName",
            "pairings", "volunteerNo",
            "political-legal", "儿童姓名",
            "public-security", "XM",
            "volunteers", "姓名");

    private static final Map<String, String> CODES = Map.of(
            "civil-affairs", "xb",
            "education", "性别",
            "health", "gender",
            "medical-insurance", "insuState",
            "political-legal", "父亲情形",
            "public-security", "ZXBS",
            "volunteers", "在岗状态");

    /** What may be wrong, by a name. */
    private enum Fault {
        BAD_BYTES(feed -> Faults.poison(feed, name(feed), Poison.INVALID_BYTES)),
        NUL(feed -> Faults.poison(feed, name(feed), Poison.NUL)),
        HALF_CHARACTER(feed -> Faults.poison(feed, name(feed), Poison.HALF_CHARACTER)),
        EXTRA_CELL(feed -> Faults.poison(feed, name(feed), Poison.EXTRA_CELL)),
        UNKNOWN_CODE(feed -> Faults.poison(feed, CODES.getOrDefault(feed, name(feed)), Poison.UNKNOWN_CODE)),
        ALL_REFUSED(feed -> Faults.emptied(feed, name(feed))),
        SAME_KEY_TWICE(feed -> Faults.keyTwice(feed, name(feed), "another text")),
        EMPTY(feed -> Faults.emptySnapshot(feed)),
        CUT_SHORT(feed -> Faults.cutShort()),
        DOWN(feed -> Faults.serverDown());

        private final Function<String, Tampering> tampering;

        Fault(Function<String, Tampering> tampering) {
            this.tampering = tampering;
        }

        private static String name(String feed) {
            return NAMES.getOrDefault(feed, "");
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.BAD_BYTES,
                Fault.NUL,
                Fault.HALF_CHARACTER,
                Fault.EXTRA_CELL,
                Fault.UNKNOWN_CODE,
                Fault.ALL_REFUSED,
                Fault.SAME_KEY_TWICE);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nineDepartmentsAtOnceLoseNothing(Fault fault) {
        BadNight night = BadNight.with(fault.tampering, FEEDS);
        assertSums(night);
        assertNobodyGone(night);
        // Who sends only what changed must send it once more.
        night.books().forgetWatermarks();
        night.leavesNoTrace();
        assertThat(night.open())
                .as("entries that are open when all departments behave")
                .isEqualTo(BadNight.openWhenQuiet());
    }

    /** Each department by itself, with another fault each, and every one with a different one from its neighbours. */
    @Test
    void eachDepartmentByItselfLosesNothing() {
        List<Fault> faults = List.of(Fault.values());
        List<String> feeds = new ArrayList<>(FEEDS);
        for (int i = 0; i < feeds.size(); i++) {
            BadNight night = BadNight.with(faults.get((i + 4) % faults.size()).tampering, feeds.get(i));
            assertSums(night);
            assertNobodyGone(night);
        }
    }

    @Test
    void aFeedAllOfWhoseRecordsAreRefusedIsHeldAndItsQuarantineCanBeSeen() {
        BadNight night = BadNight.with(Fault.ALL_REFUSED.tampering, FEEDS)
                .shows("civil-affairs", "held REFUSED_RECORDS, 34 changed");
        night.says(
                "civil-affairs",
                "34 of 34 records are refused (MISSING_VALUE 34); more than 5 % is held. See them with: childfile"
                        + " quarantine list --feed civil-affairs; decide with: childfile hold approve|reject"
                        + " civil-affairs");
        for (String feed : FEEDS) {
            assertThat(night.pull(feed).line()).as(feed).startsWith("held REFUSED_RECORDS");
            assertThat(refusedOf(night, feed)).as(feed).isPositive();
        }
        assertThat(refusedOf(night, "civil-affairs")).isEqualTo(34);
        assertThat(night.run().state()).isEqualTo(Run.State.ATTENTION);
        night.leavesNoTrace();
    }

    @Test
    void whileTheKeyOfABrokenRowCannotBeReadNobodyIsWithdrawnAndItIsTold() {
        BadNight night = BadNight.with(feed -> Faults.poison(feed, "学籍号", Poison.INVALID_BYTES), "education");
        assertThat(night.pull("education").withdrawn()).isZero();
        assertThat(night.pull("education").drift())
                .containsExactly(
                        "nothing is withdrawn: 1 keys did not come, and the key of 1 broken records cannot be read");
        night.leavesNoTrace();
        assertThat(night.books().texts("select distinct resolution from ops.quarantine where feed = 'education'"))
                .containsExactly("gone");
    }

    /** Entries of a pull that nobody has decided about yet. */
    private static long refusedOf(BadNight night, String feed) {
        return night.books()
                .count("select count(*) from ops.quarantine q join ops.pull p using (pull_id) where q.feed = '" + feed
                        + "' and p.state = 'held' and q.resolved is null and q.reason = 'MISSING_VALUE'");
    }

    private static void assertSums(BadNight night) {
        for (String feed : FEEDS) {
            Books.Pull pull = night.pull(feed);
            assertThat(pull.fresh() + pull.changed() + pull.unchanged() + pull.quarantined() + pull.duplicates())
                    .as(feed)
                    .isEqualTo(pull.pulled());
        }
    }

    private static void assertNobodyGone(BadNight night) {
        assertThat(night.gone()).isLessThanOrEqualTo(BadNight.withdrawnWhenQuiet());
    }

    @Test
    void departmentsThatDripAreGivenUpAndTheNightGoesOn() {
        Path connectors = TestFiles.connectors();
        for (String feed : List.of("civil-affairs", "education")) {
            TestFiles.edit(connectors.resolve(feed + ".yaml"), "limits: {", "limits: {deadline: 8s, ");
        }
        try (Nights nights = Nights.start(TestWorld.small(), connectors, TestFiles.mappings())) {
            nights.run(1);
            nights.departments().tamper("civil-affairs", Faults.dripping());
            nights.departments().tamper("education", Faults.dripping());
            Run night = nights.run(2);
            assertThat(nights.books().lost(night)).isEmpty();
            Map<String, Books.Pull> pulls = nights.books().pulls(night);
            assertThat(pulls.get("civil-affairs")).extracting(Books.Pull::line).isEqualTo("stale TOO_SLOW");
            assertThat(pulls.get("education")).extracting(Books.Pull::line).isEqualTo("stale TOO_SLOW");
            assertThat(pulls.values().stream().filter(pull -> pull.state().equals("ok")))
                    .hasSize(7);
            assertThat(night.state()).isEqualTo(Run.State.ATTENTION);
        }
    }
}
