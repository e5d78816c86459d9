package org.childfile.files.digitalfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.childfile.files.digitalfile.Finding.Result;
import org.junit.jupiter.api.Test;

/** What nights and findings at the door leave in the tables. */
class DigitalFileStageTest extends ToldNights {

    @Test
    void aChildStaysHiddenSinceTheFirstDayUntilItIsOnTheRoster() {
        says("C1", "disabled=true birth_date=2015-03-07 feeds=health,education");
        night("2026-11-21");
        night("2026-11-22");
        assertThat(hidden()).containsExactly("C1 31 2026-11-21");

        says("C1", "disabled=true birth_date=2015-03-07 feeds=health,education on_roster=true");
        night("2026-11-23");
        assertThat(hidden()).isEmpty();

        says("C1", "disabled=true birth_date=2015-03-07 feeds=health,education");
        night("2026-11-24");
        assertThat(hidden()).containsExactly("C1 31 2026-11-24");
        assertThat(changes())
                .containsExactly(
                        "run 2026-11-21 C1 31 appeared: new evidence",
                        "run 2026-11-23 C1 31 gone: on the roster",
                        "run 2026-11-24 C1 31 appeared: left the roster");
    }

    @Test
    void aNightOnWhichNothingChangedWritesNothing() {
        says("C1", "disabled=true birth_date=2015-03-07 feeds=health,education");
        says("C2", "feeds=health,education");
        night("2026-11-21");
        List<String> rows = rows();

        night("2026-11-22");
        night("2026-11-22");

        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void evidenceIsKeptWithItsSourceAndTheRuleIsPublished() {
        says("C1", "diagnoses=J45,C91.0 feeds=health,education on_roster=true");
        night("2026-11-21");

        assertThat(texts("select evidence::text from mart.child_kind"))
                .containsExactly("[{\"feed\": \"health\", \"value\": \"C91.0\", \"attribute\": \"diagnoses\","
                        + " \"source_key\": \"1\", \"observed_at\": \"2026-09-01T00:00:00Z\"}]");
        assertThat(texts(
                        "select concat_ws(' | ', version, law, en) from mart.rule where part = 'kind' and rule = '32'"))
                .containsExactly("2026-01 | 国发〔2016〕36号 | Severe illness: a diagnosis on the list (ICD-10)");
    }

    @Test
    void whatIsNotSoComesBackOnlyWithOtherEvidence() {
        says("C1", "disabled=true feeds=health,education");
        night("2026-11-21");
        Finding notSo = finds("C1", Result.NOT_SO).getFirst();
        assertThat(hidden()).isEmpty();
        night("2026-11-22");
        assertThat(hidden()).isEmpty();

        says("C1", "disabled=true disability_category=4 feeds=health,education");
        night("2026-11-23");
        assertThat(hidden()).containsExactly("C1 31 2026-11-23 evidence changed");

        says("C1", "disabled=true feeds=health,education");
        night("2026-11-24");
        assertThat(hidden()).isEmpty();

        takesBack(notSo);
        assertThat(hidden()).containsExactly("C1 31 2026-11-24");
        assertThat(changes())
                .containsExactly(
                        "run 2026-11-21 C1 31 appeared: new evidence",
                        "finding-1 C1 31 gone: not so",
                        "run 2026-11-23 C1 31 appeared: evidence changed",
                        "run 2026-11-24 C1 31 gone: not so",
                        "undo-1 C1 31 appeared: finding undone");
    }

    @Test
    void whatIsConfirmedOrKnownStaysMarkedWhateverTheEvidenceSays() {
        says("C1", "disabled=true feeds=health,education");
        says("C2", "orphan=true disabled=true feeds=health,education");
        night("2026-11-21");
        finds("C1", Result.CONFIRMED);
        finds("C2", Result.KNOWN);
        says("C1", "disabled=true disability_category=4 feeds=health,education");
        night("2026-11-22");

        assertThat(hidden())
                .containsExactly("C1 31 2026-11-21 confirmed", "C2 11 2026-11-21 known", "C2 31 2026-11-21 known");
        assertThat(finds("C3", Result.CONFIRMED)).isEmpty();
    }

    @Test
    void aFindingAndSinceWhenFollowTheChildThatTurnsOutToBeAnother() {
        says("C1", "disabled=true feeds=health,education");
        says("C2", "enrolment_state=在校 feeds=education");
        night("2026-11-21");
        finds("C1", Result.CONFIRMED);

        jdbc.sql("update linkage.person set retired_into = 'C2' where person_id = 'C1'")
                .update();
        ends("C1");
        says("C2", "disabled=true feeds=health,education");
        night("2026-11-22");

        assertThat(hidden()).containsExactly("C2 31 2026-11-21 confirmed");
        assertThat(changes()).contains("run 2026-11-22 C1 31 gone: joined", "run 2026-11-22 C2 31 appeared: joined");
        assertThat(findings.latest(1).getFirst().childId()).isEqualTo("C2");
    }

    @Test
    void aChangeOfGradeIsAnEventAndTheFileShowsTheGradeOfNow() {
        says("C1", "psych_level=正常 feeds=health,education");
        night("2026-11-21");
        says("C1", "psych_level=轻度 feeds=health,education");
        night("2026-11-22");
        says("C1", "psych_level=轻度 subsidised=true feeds=health,education");
        night("2026-11-23");
        says("C1", "psych_level=重度 birth_date=2008-11-23 feeds=health,education");
        night("2026-11-23");
        assertThat(texts("select risk from mart.child")).containsExactly("red");
        assertThat(texts("select concat_ws(' ', grade, rules, since) from mart.risk"))
                .containsExactly("red {psychological-severe} 2026-11-23");

        night("2026-11-24");

        assertThat(texts("select coalesce(risk, '-') from mart.child")).containsExactly("-");
        assertThat(texts("select concat_ws(' ', run_id, coalesce(before, '-'), coalesce(after, '-'), rules)"
                        + " from mart.risk_change order by seq"))
                .containsExactly(
                        "run 2026-11-22 green yellow {psychological-mild}",
                        "run 2026-11-23 yellow red {psychological-severe}",
                        "run 2026-11-24 red - {}");
    }

    @Test
    void careAndWithdrawnRecordsAreFacts() {
        says("C1", "kinds=41 on_roster=true feeds=health,civil-affairs");
        jdbc.sql("insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since)"
                        + " values ('P1', 'C1', 'V1', 'active', '2026-01-01')")
                .update();
        jdbc.sql("insert into care.duty (pairing_id, kind, period_start, period_end, state, last_at)"
                        + " values ('P1', 'VISIT', '2026-11-02', '2026-11-08', 'done', '2026-11-07 23:30+08')")
                .update();
        jdbc.sql("""
                        with record as (
                            insert into mapping.source_record
                                (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
                            values ('child', 'education', 'G1', true, '2026-09-01', 1, 1, '{"enrolment_state": "在校"}')
                            returning record_id)
                        insert into linkage.membership (record_id, person_id, decided_by, since)
                        select record_id, 'C1', 'rule', now() from record""").update();
        jdbc.sql("""
                        insert into versions.child_version
                            (person_id, version, feeds, changed, provenance, conflicts, content_hash, valid_from, valid_to,
                             recorded_at, run_id)
                        values ('C1', 99, '{education}', '{}', '{}', '[]', '', '2024-01-01', '2025-01-01', now(), 'x')""").update();
        night("2026-11-21");

        assertThat(texts("select rule || ' ' || (evidence -> 0 ->> 'value') from mart.child_signal"))
                .containsExactly("left-school-roll 2025-01-01");
        assertThat(texts("select rule from mart.child_warning order by 1"))
                .containsExactly("left-school", "not-visited");
    }

    @Test
    void aRuleAboutAnAgeSpeaksOnItsDayThoughNothingElseIsKnownOfTheChild() {
        says("C1", "disabled=true birth_date=2008-11-22 feeds=health,education");
        says("C2", "disabled=true birth_date=2015-03-07 feeds=health,education");
        assertThat(night("2026-11-21")).isEqualTo(2);
        assertThat(night("2026-11-22")).isZero();
        assertThat(hidden()).containsExactly("C1 31 2026-11-21", "C2 31 2026-11-21");

        assertThat(night("2026-11-23")).isOne();
        assertThat(hidden()).containsExactly("C2 31 2026-11-21");
        assertThat(changes()).contains("run 2026-11-23 C1 31 gone: of age");
    }

    @Test
    void aChildThatCannotBeWorkedOnStaysAsItWasUntilItsFileEnds() {
        says("C1", "disabled=true birth_date=2015-03-07 feeds=health,education");
        night("2026-11-21");
        jdbc.sql(
                        "update versions.child_version set provenance = '{\"values\": {\"name\": []}}' where superseded_at is null")
                .update();
        night("2026-11-22");
        assertThat(night("2026-11-23")).isOne();
        assertThat(hidden()).containsExactly("C1 31 2026-11-21");
        assertThat(texts("select subject from setaside.item where stage = 'hidden' and resolved is null"))
                .containsExactly("C1");

        ends("C1");
        night("2026-11-24");
        assertThat(changes()).contains("run 2026-11-24 C1 31 gone: file ended");
        assertThat(texts("select subject from setaside.item where stage = 'hidden' and resolved is null"))
                .isEmpty();
    }

    @Test
    void whateverIsToldNightAfterNightRulesSayWhatTheyWouldSayOfAllChildren() {
        Random random = new Random(13);
        LocalDate day = LocalDate.of(2026, 11, 1);
        for (int night = 0; night < 15; night++) {
            day = day.plusDays(1 + random.nextInt(40));
            for (int change = 0; change < 3; change++) {
                String child = "C" + random.nextInt(8);
                if (random.nextInt(8) == 0) {
                    ends(child);
                } else {
                    says(child, words(random, day));
                }
            }
            night(day.toString());
            String digest = digest();
            jdbc.sql("truncate digitalfile.assessed").update();
            night(day.toString());
            assertThat(digest()).as("night %s", day).isEqualTo(digest);
        }
    }

    private static String words(Random random, LocalDate day) {
        List<String> words = new ArrayList<>(List.of(
                "birth_date=" + day.minusDays(random.nextInt(19 * 365)),
                "feeds="
                        + List.of("health", "health,education", "civil-affairs,education")
                                .get(random.nextInt(3))));
        if (random.nextBoolean()) {
            words.add("disabled=true");
        }
        if (random.nextBoolean()) {
            words.add("on_roster=true");
        }
        if (random.nextBoolean()) {
            words.add("diagnoses=C91.0");
        }
        return String.join(" ", words);
    }
}
