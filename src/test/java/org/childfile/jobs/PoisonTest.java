package org.childfile.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.childfile.jobs.BadNight.FEEDS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import org.childfile.lab.departments.Faults;
import org.childfile.lab.departments.Poison;
import org.childfile.lab.departments.Tampering;
import org.junit.jupiter.api.Test;

/**
 * One record of each feed that cannot be used, on a first night. It costs itself and nothing else, and the next good
 * night brings it in.
 */
class PoisonTest {

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
    private static final Map<String, String> DATES = Map.of(
            "care-records", "at",
            "civil-affairs", "csrq",
            "education", "出生日期",
            "health", "birthDate",
            "medical-insurance", "brdy",
            "pairings", "startedOn",
            "political-legal", "儿童出生日期",
            "public-security", "CSRQ");

    /** The made world holds one key with two contents by itself. */
    private static final String MADE = "medical-insurance | line 30 | 500190571549 | DUPLICATE_KEY |";

    /** A good first night, from which the poisoned ones differ. */
    private record Good(Map<String, Books.Pull> pulls, Map<String, List<String>> published) {
        private static final Good NIGHT = of(Nights.shared().empty());

        private static Good of(Nights nights) {
            Run run = nights.run(1);
            return new Good(nights.books().pulls(run), nights.books().published());
        }
    }

    private final Good good = Good.NIGHT;
    private final Nights nights = Nights.shared().empty();

    @Test
    void aFieldOfAnotherTypeSetsItsRecordAside() {
        assertThat(setAside(NAMES, (feed, field) -> Faults.poison(feed, field, Poison.WRONG_TYPE), List.of()))
                .containsExactlyInAnyOrder(
                        "care-records | page 1 record 1 | GH964159985 | WRONG_TYPE | pairingNo",
                        "civil-affairs | page 1 record 1 | KJ500107000001 | WRONG_TYPE | xm",
                        "health | page 1 record 1 | H836569409 | WRONG_TYPE | name",
                        "medical-insurance | line 1 | 500071137319 | WRONG_TYPE | psnName",
                        MADE,
                        "pairings | page 1 record 1 | JD5001070000001 | WRONG_TYPE | volunteerNo");
    }

    @Test
    void aDateThatNoCalendarHasSetsItsRecordAside() {
        assertThat(setAside(DATES, (feed, field) -> Faults.poison(feed, field, Poison.IMPOSSIBLE_DATE), List.of()))
                .containsExactlyInAnyOrder(
                        "care-records | page 1 record 1 | GH964159985 | BAD_DATE | at",
                        "civil-affairs | page 1 record 1 | KJ500107000001 | BAD_DATE | csrq",
                        "education | line 2 | G500106201607221700 | BAD_DATE | 出生日期",
                        "health | page 1 record 1 | H836569409 | BAD_DATE | birthDate",
                        "medical-insurance | line 1 | 500071137319 | BAD_DATE | brdy",
                        MADE,
                        "pairings | page 1 record 1 | JD5001070000001 | BAD_DATE | startedOn",
                        "political-legal | row 4 | 九龙坡区司法局|1 | BAD_DATE | 儿童出生日期",
                        "public-security | page 1 record 1 | 500106201607221700 | BAD_DATE | CSRQ");
    }

    @Test
    void aMegabyteOfTextSetsItsRecordAside() {
        assertThat(setAside(NAMES, (feed, field) -> Faults.poison(feed, field, Poison.HUGE_TEXT), List.of()))
                .containsExactlyInAnyOrder(
                        "care-records | page 1 record 1 | GH964159985 | TOO_LONG | pairingNo",
                        "civil-affairs | page 1 record 1 | KJ500107000001 | TOO_LONG | xm",
                        "education | line 2 | G500106201607221700 | TOO_LONG | 姓名",
                        "health | page 1 record 1 | H836569409 | TOO_LONG | name",
                        "medical-insurance | line 1 | 500071137319 | TOO_LONG | psnName",
                        MADE,
                        "pairings | page 1 record 1 | JD5001070000001 | TOO_LONG | volunteerNo",
                        "political-legal | row 4 | 九龙坡区司法局|1 | TOO_LONG | 儿童姓名",
                        "public-security | page 1 record 1 | 500106201607221700 | TOO_LONG | XM",
                        "volunteers | line 2 | FL305705229 | TOO_LONG | 姓名");
    }

    /** XML has no NUL at all: a workbook with one is broken as a whole, of a page only the record. */
    @Test
    void aNulSetsItsRecordAside() {
        assertThat(setAside(NAMES, (feed, field) -> Faults.poison(feed, field, Poison.NUL), List.of("political-legal")))
                .containsExactlyInAnyOrder(
                        "care-records | page 1 record 1 | GH964159985 | FORBIDDEN_CHARACTER | pairingNo",
                        "civil-affairs | page 1 record 1 | KJ500107000001 | FORBIDDEN_CHARACTER | xm",
                        "education | line 2 | G500106201607221700 | FORBIDDEN_CHARACTER | 姓名",
                        "health | page 1 record 1 | H836569409 | FORBIDDEN_CHARACTER | name",
                        "medical-insurance | line 1 | 500071137319 | FORBIDDEN_CHARACTER | psnName",
                        MADE,
                        "pairings | page 1 record 1 | JD5001070000001 | FORBIDDEN_CHARACTER | volunteerNo",
                        "public-security | page 1 record 1 | 500106201607221700 | MALFORMED |",
                        "volunteers | line 2 | FL305705229 | FORBIDDEN_CHARACTER | 姓名");
    }

    @Test
    void bytesThatAreNoCharacterSetTheirRecordAside() {
        Map<String, String> files = only(NAMES, "education", "medical-insurance", "volunteers");
        assertThat(setAside(files, (feed, field) -> Faults.poison(feed, field, Poison.INVALID_BYTES), List.of()))
                .containsExactlyInAnyOrder(
                        "education | line 2 | G500106201607221700 | BAD_ENCODING |",
                        "medical-insurance | line 1 | 500071137319 | BAD_ENCODING |",
                        MADE,
                        "volunteers | line 2 | FL305705229 | BAD_ENCODING |");
    }

    @Test
    void aRecordWithoutARequiredValueIsSetAside() {
        assertThat(setAside(NAMES, Faults::firstRecordWithout, List.of()))
                .containsExactlyInAnyOrder(
                        "care-records | page 1 record 1 | GH964159985 | MISSING_VALUE | pairingNo",
                        "civil-affairs | page 1 record 1 | KJ500107000001 | MISSING_VALUE | xm",
                        "education | line 2 | G500106201607221700 | MISSING_VALUE | 姓名",
                        "health | page 1 record 1 | H836569409 | MISSING_VALUE | name",
                        "medical-insurance | line 1 | 500071137319 | MISSING_VALUE | psnName",
                        MADE,
                        "pairings | page 1 record 1 | JD5001070000001 | MISSING_VALUE | volunteerNo",
                        "political-legal | row 4 | 九龙坡区司法局|1 | MISSING_VALUE | 儿童姓名",
                        "public-security | page 1 record 1 | 500106201607221700 | MISSING_VALUE | XM",
                        "volunteers | line 2 | FL305705229 | MISSING_VALUE | 姓名");
    }

    @Test
    void aRecordWithoutItsKeyIsSetAside() {
        Map<String, String> keys = Map.of("civil-affairs", "rosterNo", "education", "学籍号", "health", "recordId");
        assertThat(setAside(keys, Faults::firstRecordWithout, List.of()))
                .containsExactlyInAnyOrder(
                        "civil-affairs | page 1 record 1 | null | MISSING_KEY | rosterNo",
                        "education | line 2 | null | MISSING_KEY | 学籍号",
                        "health | page 1 record 1 | null | MISSING_KEY | recordId",
                        MADE);
    }

    @Test
    void ofOneKeyWithTwoContentsOfOneStampNeitherIsTaken() {
        Map<String, String> streets = Map.of("civil-affairs", "jzdz", "education", "现住址", "volunteers", "住址");
        assertThat(setAside(
                        streets,
                        (feed, field) -> Faults.keyTwice(feed, field, "another street 1"),
                        List.of(),
                        more -> more / 2))
                .containsExactlyInAnyOrder(
                        "civil-affairs | page 1 record 1 | KJ500107000001 | DUPLICATE_KEY |",
                        "civil-affairs | page 1 record 2 | KJ500107000001 | DUPLICATE_KEY |",
                        "education | line 2 | G500106201607221700 | DUPLICATE_KEY |",
                        "education | line 3 | G500106201607221700 | DUPLICATE_KEY |",
                        MADE,
                        "volunteers | line 2 | FL305705229 | DUPLICATE_KEY |",
                        "volunteers | line 3 | FL305705229 | DUPLICATE_KEY |");
        assertThat(nights.books()
                        .count("select count(*) from mapping.source_record where source_key = 'KJ500107000001'"))
                .isZero();
        healthyAgain();
    }

    private List<String> setAside(
            Map<String, String> fields, BiFunction<String, String, Tampering> poison, List<String> broken) {
        List<String> aside = setAside(fields, poison, broken, more -> more);
        healthyAgain();
        return aside;
    }

    /** What a night sets aside; but for that, and for feeds that are broken as a whole, it is as a good one. */
    private List<String> setAside(
            Map<String, String> fields,
            BiFunction<String, String, Tampering> poison,
            List<String> broken,
            IntUnaryOperator goodOnesLost) {
        fields.forEach((feed, field) -> nights.departments().tamper(feed, poison.apply(feed, field)));
        Run run = nights.run(1);
        assertThat(nights.books().lost(run)).isEmpty();
        assertThat(run.state()).isEqualTo(broken.isEmpty() ? Run.State.DONE : Run.State.ATTENTION);
        List<Books.Aside> aside = nights.books().aside(run);
        for (String feed : FEEDS) {
            Books.Pull pull = nights.books().pull(run, feed);
            if (broken.contains(feed)) {
                assertThat(pull.state()).isEqualTo("failed");
                continue;
            }
            Books.Pull asEver = java.util.Objects.requireNonNull(good.pulls().get(feed));
            int more = (int) aside.stream()
                            .filter(each -> each.feed().equals(feed))
                            .count()
                    - asEver.quarantined();
            assertThat(pull.quarantined()).isEqualTo(asEver.quarantined() + more);
            assertThat(pull.fresh()).isEqualTo(asEver.fresh() - goodOnesLost.applyAsInt(more));
            assertThat(pull.duplicates()).isEqualTo(asEver.duplicates());
        }
        return aside.stream().map(PoisonTest::line).toList();
    }

    /** Departments that send only what changed must send what was set aside once more: they are asked for all. */
    private void healthyAgain() {
        nights.departments().behave();
        nights.books().forgetWatermarks();
        Run next = nights.run(1);
        assertThat(next.state()).isEqualTo(Run.State.DONE);
        assertThat(nights.books().lost(next)).isEmpty();
        assertThat(Books.differences(good.published(), nights.books().published()))
                .isEmpty();
        assertThat(nights.books().texts("""
            select feed || ' ' || source_key from ops.quarantine
            where resolved is null and source_key is not null and reason <> 'DUPLICATE_KEY'\
            """)).isEmpty();
    }

    private static String line(Books.Aside aside) {
        return String.join(
                        " | ", aside.feed(), aside.place(), String.valueOf(aside.key()), aside.reason(), aside.field())
                .strip();
    }

    private static Map<String, String> only(Map<String, String> fields, String... feeds) {
        Map<String, String> some = new TreeMap<>(fields);
        some.keySet().retainAll(List.of(feeds));
        return some;
    }
}
