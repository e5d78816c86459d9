package org.childfile.care.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.childfile.care.duties.SlowDuties.Record;
import org.childfile.care.duties.SlowDuties.SlowMark;
import org.childfile.care.duties.SlowDuties.SlowPair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DutiesTest {

    private static final CareRules RULES = TestRules.own();

    @Test
    void everyStateOfRandomPairsIsThatOfTheSlowReference() {
        Random random = new Random(20260101);
        for (int round = 0; round < 120; round++) {
            LocalDate today = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
            RandomCare care = new RandomCare(random, today);
            SlowPair pair = care.pair("P1");
            List<Record> records = care.records(pair, random.nextInt(120));
            List<SlowMark> marks = care.marks(pair, random.nextInt(5));
            assertThat(fast(pair, records, marks, today))
                    .as("round " + round + " on " + today + " " + pair)
                    .containsExactlyInAnyOrderElementsOf(SlowDuties.of(pair, records, marks, today));
        }
    }

    @Test
    void theDaysOnWhichPeriodsTurnAreThoseOfTheSlowReference() {
        SlowPair pair = new SlowPair("P1", LocalDate.of(2019, 6, 30), null, true);
        for (String day : List.of(
                "2020-02-29",
                "2020-12-31",
                "2021-01-03",
                "2021-01-04",
                "2024-02-15",
                "2024-02-16",
                "2024-02-29",
                "2024-03-01",
                "2024-08-15",
                "2024-08-16",
                "2026-12-28",
                "2027-01-01",
                "2027-01-03",
                "2027-01-04")) {
            LocalDate today = LocalDate.parse(day);
            assertThat(fast(pair, List.of(), List.of(), today))
                    .as(day)
                    .containsExactlyInAnyOrderElementsOf(SlowDuties.of(pair, List.of(), List.of(), today));
        }
    }

    @Test
    void halfOfAPeriodIsEnough() {
        // February 2026 has 28 days, January 31.
        assertThat(owed("GUARDIAN", "2026-02-15", null, "2026-03-10")).contains("2026-02-01");
        assertThat(owed("GUARDIAN", "2026-02-16", null, "2026-03-10")).doesNotContain("2026-02-01");
        assertThat(owed("GUARDIAN", "2026-01-16", null, "2026-03-10")).contains("2026-01-01");
        assertThat(owed("GUARDIAN", "2026-01-17", null, "2026-03-10")).doesNotContain("2026-01-01");
        assertThat(owed("GUARDIAN", "2025-01-01", "2026-02-14", "2026-03-10")).contains("2026-02-01");
        assertThat(owed("GUARDIAN", "2025-01-01", "2026-02-13", "2026-03-10")).doesNotContain("2026-02-01");
        assertThat(owed("VISIT", "2026-03-05", null, "2026-03-06")).contains("2026-03-02");
        assertThat(owed("VISIT", "2026-03-06", null, "2026-03-06")).doesNotContain("2026-03-02");
    }

    @Test
    void aRecordCountsOnTheDayThatItHasInShanghai() {
        SlowPair pair = new SlowPair("P1", LocalDate.of(2026, 1, 1), null, false);
        Record sundayEvening = new Record("P1", "VISIT", Instant.parse("2026-03-08T15:59:59Z"));
        Record mondayMorning = new Record("P1", "VISIT", Instant.parse("2026-03-08T16:00:00Z"));
        LocalDate today = LocalDate.of(2026, 3, 10);

        assertThat(fast(pair, List.of(sundayEvening), List.of(), today))
                .contains("P1 VISIT 2026-03-02 2026-03-08 done 2026-03-08T15:59:59Z 2026-03-08T15:59:59Z")
                .contains("P1 VISIT 2026-03-09 2026-03-15 due - -");
        assertThat(fast(pair, List.of(mondayMorning), List.of(), today))
                .contains("P1 VISIT 2026-03-02 2026-03-08 overdue - -")
                .contains("P1 VISIT 2026-03-09 2026-03-15 done 2026-03-08T16:00:00Z 2026-03-08T16:00:00Z");
    }

    @Test
    void whatIsDatedAheadCountsWhenItsDayHasCome() {
        SlowPair pair = new SlowPair("P1", LocalDate.of(2026, 1, 1), null, false);
        List<Record> records = List.of(new Record("P1", "VISIT", Instant.parse("2026-03-12T04:00:00Z")));

        assertThat(fast(pair, records, List.of(), LocalDate.of(2026, 3, 11)))
                .contains("P1 VISIT 2026-03-09 2026-03-15 due - -");
        assertThat(fast(pair, records, List.of(), LocalDate.of(2026, 3, 12)))
                .contains("P1 VISIT 2026-03-09 2026-03-15 done 2026-03-12T04:00:00Z 2026-03-12T04:00:00Z");
    }

    @Test
    void aDistrictMayWaitAndAskLessOften() {
        CareRules rules = TestRules.with("""
                districts:
                  "500101":
                    VISIT: {every: two-weeks, grace-days: 3}
                """);
        Pair pair = new Pair("P1", LocalDate.of(2026, 1, 1), null, false, "500101");
        Duties duties = new Duties(rules, LocalDate.of(2026, 3, 11));
        List<String> visits = duties.of(pair, Contacts.NONE, List.of()).stream()
                .filter(duty -> duty.kind() == DutyKind.VISIT)
                .map(duty -> duty.period().first() + " " + duty.period().last() + " " + duty.state())
                .toList();

        assertThat(visits)
                .endsWith("2026-02-09 2026-02-22 OVERDUE", "2026-02-23 2026-03-08 DUE", "2026-03-09 2026-03-22 DUE");
        assertThat(new Duties(rules, LocalDate.of(2026, 3, 12)).of(pair, Contacts.NONE, List.of()))
                .anyMatch(duty ->
                        duty.period().last().equals(LocalDate.of(2026, 3, 8)) && duty.state() == DutyState.OVERDUE);
    }

    private static List<String> owed(String kind, String since, @Nullable String until, String today) {
        SlowPair pair = new SlowPair("P1", LocalDate.parse(since), until == null ? null : LocalDate.parse(until), true);
        return fast(pair, List.of(), List.of(), LocalDate.parse(today)).stream()
                .map(row -> row.split(" "))
                .filter(row -> row[1].equals(kind))
                .flatMap(row -> Stream.of(row[2]))
                .toList();
    }

    private static List<String> fast(SlowPair slow, List<Record> records, List<SlowMark> marks, LocalDate today) {
        Contacts contacts = new Contacts();
        records.stream()
                .filter(record -> record.pair().equals(slow.id()))
                .forEach(record -> contacts.add(DutyKind.valueOf(record.kind()), record.at()));
        List<Mark> said = new ArrayList<>();
        marks.forEach(mark -> said.add(
                new Mark(DutyKind.valueOf(mark.kind()), mark.day(), mark.mark().equals("excused"))));
        Pair pair = new Pair(slow.id(), slow.since(), slow.until(), slow.teacher(), "500101");
        return new Duties(RULES, today)
                .of(pair, contacts, said).stream().map(DutiesTest::written).toList();
    }

    private static String written(Duty duty) {
        return String.join(
                " ",
                duty.pairingId(),
                duty.kind().name(),
                duty.period().first().toString(),
                duty.period().last().toString(),
                duty.state().written(),
                duty.doneAt() == null ? "-" : duty.doneAt().toString(),
                duty.lastAt() == null ? "-" : duty.lastAt().toString());
    }
}
