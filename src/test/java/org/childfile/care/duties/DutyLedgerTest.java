package org.childfile.care.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.childfile.access.keys.TestKeys;
import org.childfile.care.duties.SlowDuties.Record;
import org.childfile.care.duties.SlowDuties.SlowMark;
import org.childfile.care.duties.SlowDuties.SlowPair;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;

class DutyLedgerTest {

    private static final CareRules RULES = TestRules.own();

    private final CareTables tables = new CareTables(TestDatabase.dataSource(TestServer.peopled()));
    private final DutyMarkStore marks = new DutyMarkStore(tables.dataSource(), RULES, TestKeys.of(tables.dataSource()));

    @Test
    void nightByNightTheLedgerIsThatOfTheSlowReference() {
        Random random = new Random(7);
        LocalDate today = LocalDate.of(2026, 12, 20);
        Map<String, SlowPair> pairs = new TreeMap<>();
        Map<String, Record> records = new TreeMap<>();
        List<SlowMark> said = new ArrayList<>();
        for (int night = 0; night < 14; night++) {
            RandomCare care = new RandomCare(random, today);
            change(random, care, pairs, records);
            tables.advance(RULES, today);
            for (SlowPair pair : pairs.values()) {
                if (random.nextInt(4) == 0) {
                    say(care.marks(pair, 1).getFirst(), said);
                }
            }
            assertThat(tables.duties())
                    .as("night " + night + ", " + today)
                    .containsExactlyInAnyOrderElementsOf(expected(pairs, records, said, today));
            today = night == 9 ? today.minusDays(25) : today.plusDays(random.nextInt(night == 6 ? 200 : 9));
        }
    }

    private void change(Random random, RandomCare care, Map<String, SlowPair> pairs, Map<String, Record> records) {
        for (int i = 0; i < 4; i++) {
            SlowPair pair = care.pair("P" + random.nextInt(12));
            pairs.put(pair.id(), pair);
            tables.pair(pair);
        }
        if (random.nextInt(3) == 0) {
            String gone = pairs.keySet().iterator().next();
            pairs.remove(gone);
            tables.jdbc()
                    .sql("delete from pairing.pairing where pairing_id = '" + gone + "'")
                    .update();
        }
        for (SlowPair pair : pairs.values()) {
            for (Record record : care.records(pair, random.nextInt(12))) {
                String number = "R" + random.nextInt(400);
                boolean withdrawn = random.nextInt(5) == 0;
                tables.record(number, record, withdrawn);
                if (withdrawn) {
                    records.remove(number);
                } else {
                    records.put(number, record);
                }
            }
        }
    }

    private void say(SlowMark mark, List<SlowMark> said) {
        said.add(mark);
        marks.say(
                mark.pair(),
                new Mark(DutyKind.valueOf(mark.kind()), mark.day(), mark.mark().equals("excused")),
                "住院",
                "tester");
    }

    private static List<String> expected(
            Map<String, SlowPair> pairs, Map<String, Record> records, List<SlowMark> said, LocalDate today) {
        return pairs.values().stream()
                .flatMap(pair -> SlowDuties.of(pair, List.copyOf(records.values()), said, today).stream())
                .toList();
    }

    @Test
    void aNightWithoutNewsWritesNothing() {
        LocalDate today = LocalDate.of(2026, 11, 25);
        tables.pair(new SlowPair("P1", LocalDate.of(2026, 1, 1), null, true));
        assertThat(tables.advance(RULES, today)).isPositive();
        assertThat(tables.advance(RULES, today)).isZero();
        assertThat(tables.advance(RULES, today.plusDays(1))).isZero();
        // On Monday a week turns: one is overdue, another begins.
        assertThat(tables.advance(RULES, LocalDate.of(2026, 11, 30))).isEqualTo(2);
    }

    @Test
    void otherRulesAreAppliedToAll() {
        LocalDate today = LocalDate.of(2026, 11, 25);
        tables.pair(new SlowPair("P1", LocalDate.of(2026, 11, 1), null, false));
        tables.advance(RULES, today);
        tables.advance(TestRules.with("districts: {\"500101\": {VISIT: {every: month}}}"), today);

        assertThat(tables.rows("select concat_ws(' ', period_start, state) from care.duty where kind = 'VISIT'"))
                .containsExactly("2026-11-01 due");
    }

    @Test
    void onlyPairingsInForceOwe() {
        SlowPair pair = new SlowPair("P1", LocalDate.of(2026, 1, 1), null, false);
        tables.pair(pair, "proposed", "500101001002");
        assertThat(tables.advance(RULES, LocalDate.of(2026, 11, 25))).isZero();
        tables.pair(pair, "rejected", "500101001002");
        assertThat(tables.advance(RULES, LocalDate.of(2026, 11, 26))).isZero();
        tables.pair(pair, "confirmed", "500101001002");
        assertThat(tables.advance(RULES, LocalDate.of(2026, 11, 27))).isPositive();
        tables.pair(pair, "rejected", "500101001002");
        tables.advance(RULES, LocalDate.of(2026, 11, 27));
        assertThat(tables.duties()).isEmpty();
    }

    @Test
    void onlyAChildOfASchoolHasATeacher() {
        tables.pair(new SlowPair("P1", LocalDate.of(2026, 1, 1), null, true));
        LocalDate today = LocalDate.of(2026, 11, 25);
        for (String state : List.of("在校 三年级 true", "休学 三年级 true", "在校 学前 false", "毕业 初三 false", "转出 初三 false")) {
            String[] words = state.split(" ");
            tables.child("CP1", words[1], words[0], "500101001002");
            tables.advance(RULES, today);
            assertThat(tables.rows("select 'x' from care.duty where kind = 'TEACHER'")
                            .isEmpty())
                    .as(state)
                    .isEqualTo(words[2].equals("false"));
        }
    }

    @Test
    void aRecordThatFitsNoPairingInForceIsToldWithItsPlace() {
        tables.pair(new SlowPair("P1", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 9, 30), false));
        tables.pair(new SlowPair("P2", LocalDate.of(2026, 3, 1), null, false), "proposed", "500101001002");
        record("R1", "P1", "2026-09-30T15:59:00Z");
        record("R2", "P1", "2026-09-30T16:00:00Z");
        record("R3", "P1", "2026-02-28T00:00:00Z");
        record("R4", "P2", "2026-03-28T00:00:00Z");
        record("R5", "P9", "2026-03-28T00:00:00Z");
        record("R6", "P1", "2026-11-25T16:00:00Z");
        tables.advance(RULES, LocalDate.of(2026, 11, 25));
        String problems =
                "select concat_ws(' ', feed, source_key, pairing_id, problem, since) from mart.care_problem order by 1";

        assertThat(tables.rows(problems))
                .containsExactly(
                        "care-records R2 P1 AFTER_END 2026-11-25",
                        "care-records R3 P1 BEFORE_START 2026-11-25",
                        "care-records R4 P2 NOT_IN_FORCE 2026-11-25",
                        "care-records R5 P9 UNKNOWN_PAIRING 2026-11-25",
                        "care-records R6 P1 FUTURE 2026-11-25");
        tables.pair(new SlowPair("P9", LocalDate.of(2026, 3, 1), null, false));
        tables.advance(RULES, LocalDate.of(2026, 11, 26));
        assertThat(tables.rows(problems))
                .containsExactly(
                        "care-records R2 P1 AFTER_END 2026-11-25",
                        "care-records R3 P1 BEFORE_START 2026-11-25",
                        "care-records R4 P2 NOT_IN_FORCE 2026-11-25",
                        "care-records R6 P1 AFTER_END 2026-11-26");
    }

    @Test
    void aMarkHoldsUntilItIsUndone() {
        tables.pair(new SlowPair("P1", LocalDate.of(2026, 11, 1), null, false));
        LocalDate today = LocalDate.of(2026, 11, 25);
        tables.advance(RULES, today);
        Mark mark = new Mark(DutyKind.VISIT, LocalDate.of(2026, 11, 18), true);
        String state = "select state from care.duty where kind = 'VISIT' and period_start = '2026-11-16'";
        assertThat(tables.rows(state)).containsExactly("overdue");

        DutyMarkStore.Outcome said = marks.say("P1", mark, "孩子住院", "li");
        assertThat(said).isEqualTo(new DutyMarkStore.Outcome.Said(1, "excused"));
        assertThat(tables.rows(state)).containsExactly("excused");
        assertThat(marks.undo(1, "看错了", "li")).isTrue();
        assertThat(marks.undo(1, "看错了", "li")).isFalse();
        assertThat(tables.rows(state)).containsExactly("overdue");
        assertThat(tables.rows("select concat_ws(' ', mark, reason, actor, undo_reason) from mart.care_mark"))
                .containsExactly("excused 孩子住院 li 看错了");
        assertThat(marks.say("P7", mark, "x", "li")).isEqualTo(new DutyMarkStore.Outcome.NoSuchPairing());
        assertThat(marks.say("P1", new Mark(DutyKind.TEACHER, today, true), "x", "li"))
                .isEqualTo(new DutyMarkStore.Outcome.Said(2, ""));
    }

    private void record(String number, String pair, String at) {
        tables.record(number, new Record(pair, "VISIT", Instant.parse(at)), false);
    }
}
