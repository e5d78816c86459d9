package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a night makes of the records of children: a version only where a file says something else than before. */
class VersionStageTest {

    private final Told told = new Told();

    @Test
    void aFirstVersionIsTrueFromTheLatestStampOfWhatItSays() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"sex\": \"1\"}");
        told.says("C1", "health", "9", "2025-11-03", "{\"name\": \"张三\", \"diagnoses\": [\"J45\"]}");

        assertThat(told.night("2025-11-21")).isEqualTo(new VersionReport(1, 1, 0));

        assertThat(told.versions("C1"))
                .containsExactly(
                        "1 | 张三 | 2025-11-03 to - | 11-21 04h to - | diagnoses name sex | civil-affairs health");
    }

    @Test
    void aStampFromAfterTheNightIsNotBelieved() {
        told.says("C1", "civil-affairs", "1", "2035-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");

        assertThat(told.versions("C1"))
                .containsExactly("1 | 张三 | 2025-11-21 to - | 11-21 04h to - | name | civil-affairs");
    }

    @Test
    void aNewVersionNamesWhatChangedAndEndsTheOneBefore() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"sex\": \"1\", \"migrant\": true}");
        told.night("2025-11-21");
        told.says("C1", "civil-affairs", "1", "2025-11-20", "{\"name\": \"张叁\", \"sex\": \"1\", \"orphan\": true}");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(1, 2, 0));

        assertThat(told.versions("C1"))
                .containsExactly(
                        "1 | 张三 | 2025-10-01 to - | 11-21 04h to 11-22 04h | migrant name sex | civil-affairs",
                        "2 | 张三 | 2025-10-01 to 2025-11-20 | 11-22 04h to - |  | civil-affairs",
                        "3 | 张叁 | 2025-11-20 to - | 11-22 04h to - | migrant name orphan | civil-affairs");
    }

    /** The constraint some_time would refuse a version that ends before it was recorded. */
    @Test
    void aClockThatWentBackRecordsBehindWhatWasRecorded() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-22");
        told.says("C1", "civil-affairs", "1", "2025-11-20", "{\"name\": \"张叁\"}");
        told.night("2025-11-21");

        assertThat(told.texts("""
                select name || ' ' || recorded_at || ' ' || coalesce(superseded_at::text, '-')
                from mart.child_version order by version"""))
                .containsExactly(
                        "张三 2025-11-22 04:00:00+08 2025-11-22 04:00:00.000001+08",
                        "张三 2025-11-22 04:00:00.000001+08 -",
                        "张叁 2025-11-22 04:00:00.000001+08 -");
    }

    @Test
    void whatIsSaidAgainIsNoVersionButTheValueIsThatOfTheLaterStamp() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.says("C1", "civil-affairs", "1", "2025-11-20", "{\"name\": \"张三\"}");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(1, 0, 0));

        assertThat(told.versions("C1")).hasSize(1);
        assertThat(
                        told.texts(
                                "select concat_ws(' ', version, attribute, value, feed, source_key, observed_at) from mart.child_value"))
                .containsExactly("1 name 张三 civil-affairs 1 2025-11-20 12:00:00+08");
    }

    @Test
    void whatWasBelievedAtAMomentNamesTheSourceThatItWasBelievedFrom() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"sex\": \"1\"}");
        told.says("C1", "health", "9", "2025-09-01", "{\"sex\": \"1\"}");
        told.night("2025-11-21");
        told.withdraws("civil-affairs", "1");
        told.says("C1", "civil-affairs", "2", "2025-10-05", "{\"name\": \"张三\"}");
        told.night("2025-11-22");
        told.says("C1", "civil-affairs", "2", "2025-11-20", "{\"name\": \"张三\"}");
        told.night("2025-11-23");

        assertThat(told.versions("C1")).hasSize(1);
        assertThat(told.sources("2025-11-21 12:00"))
                .containsExactly("name civil-affairs 1 2025-10-01", "sex civil-affairs 1 2025-10-01");
        assertThat(told.sources("2025-11-22 12:00"))
                .containsExactly("name civil-affairs 2 2025-10-05", "sex health 9 2025-09-01");
        assertThat(told.sources("2025-11-23 12:00"))
                .containsExactly("name civil-affairs 2 2025-11-20", "sex health 9 2025-09-01");
        assertThat(told.texts("select concat_ws(' ', attribute, superseded_at::date) from mart.child_earlier_source"
                        + " order by superseded_at, attribute"))
                .containsExactly("name 2025-11-22", "sex 2025-11-22", "name 2025-11-23");
    }

    @Test
    void whoDisagreesWithoutPrevailingIsNoVersionButAConflict() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"mother_name\": \"李四\"}");
        told.night("2025-11-21");
        told.says("C1", "civil-affairs", "2", "2025-09-01", "{\"mother_name\": \"李肆\"}");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(1, 0, 0));

        assertThat(told.versions("C1")).hasSize(1);
        assertThat(told.texts("""
                select concat_ws(' ', attribute, chosen, feed, o ->> 'value', o ->> 'source_key')
                from mart.child_conflict, jsonb_array_elements(others) o""")).containsExactly("mother_name 李四 civil-affairs 李肆 2");
    }

    @Test
    void aNightWithoutAChangeDoesNothing() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(0, 0, 0));
    }

    @Test
    void aRecordThatIsWithdrawnTakesItsValuesOutOfTheFile() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.says("C1", "health", "9", "2025-11-03", "{\"diagnoses\": [\"J45\"]}");
        told.night("2025-11-21");
        told.withdraws("health", "9");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(1, 2, 0));

        assertThat(told.versions("C1"))
                .containsExactly(
                        "1 | 张三 | 2025-11-03 to - | 11-21 04h to 11-22 04h | diagnoses name | civil-affairs health",
                        "2 | 张三 | 2025-11-03 to 2025-11-22 | 11-22 04h to - |  | civil-affairs health",
                        "3 | 张三 | 2025-11-22 to - | 11-22 04h to - | diagnoses | civil-affairs");
    }

    @Test
    void aChildWhomNoFeedHoldsAnyMoreKeepsTheFileButIsOnNoRoster() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"on_roster\": true}");
        told.night("2025-11-21");
        told.withdraws("civil-affairs", "1");
        told.night("2025-11-22");

        assertThat(told.texts("select concat_ws(' ', name, on_roster, feeds) from mart.child"))
                .containsExactly("张三 f {}");
    }

    @Test
    void theFileOfAPersonWhoTurnedOutToBeAnotherEnds() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.says("C2", "health", "9", "2025-11-03", "{\"name\": \"张三\", \"sex\": \"1\"}");
        told.night("2025-11-21");
        told.belongs("health", "9", "C1");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(2, 2, 1));

        assertThat(told.versions("C1"))
                .containsExactly(
                        "1 | 张三 | 2025-10-01 to - | 11-21 04h to 11-22 04h | name | civil-affairs",
                        "2 | 张三 | 2025-10-01 to 2025-11-03 | 11-22 04h to - |  | civil-affairs",
                        "3 | 张三 | 2025-11-03 to - | 11-22 04h to - | sex | civil-affairs health");
        assertThat(told.versions("C2"))
                .containsExactly("1 | 张三 | 2025-11-03 to - | 11-21 04h to 11-22 04h | name sex | health");
        assertThat(told.texts("select child_id from mart.child")).containsExactly("C1");
    }

    @Test
    void theFileThatEndedIsSeenByWhatWasRecordedBeforeAndNotAfter() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.says("C2", "health", "9", "2025-11-03", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.belongs("health", "9", "C1");
        told.night("2025-11-22");

        assertThat(told.asOf("2025-11-22", "2025-11-22 03:59")).containsExactly("C1 1 张三", "C2 1 张三");
        assertThat(told.asOf("2025-11-22", "2025-11-22 04:00")).containsExactly("C1 3 张三");
    }

    @Test
    void theFileAsOfADayIsTheVersionThatWasTrueThenByWhatWasRecordedUntilAMoment() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张一\"}");
        told.night("2025-11-21");
        told.says("C1", "civil-affairs", "1", "2025-11-10", "{\"name\": \"张二\"}");
        told.night("2025-11-22");
        told.says("C1", "civil-affairs", "1", "2025-11-23", "{\"name\": \"张三\"}");
        told.night("2025-11-24");

        assertThat(told.asOf("2025-09-30", "2025-12-01 00:00")).isEmpty();
        assertThat(told.asOf("2025-11-15", "2025-11-20 00:00")).isEmpty();
        assertThat(told.asOf("2025-11-15", "2025-11-21 12:00")).containsExactly("C1 1 张一");
        assertThat(told.asOf("2025-11-15", "2025-11-22 12:00")).containsExactly("C1 3 张二");
        assertThat(told.asOf("2025-11-09", "2025-11-22 12:00")).containsExactly("C1 2 张一");
        assertThat(told.asOf("2025-11-22", "2025-12-01 00:00")).containsExactly("C1 4 张二");
        assertThat(told.asOf("2025-11-23", "2025-12-01 00:00")).containsExactly("C1 5 张三");
    }

    @Test
    void aFileThatComesBackKeepsThePastThatItHad() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张一\"}");
        told.says("C2", "health", "9", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.says("C2", "health", "9", "2025-11-10", "{\"name\": \"张叁\"}");
        told.night("2025-11-22");
        told.belongs("health", "9", "C1");
        told.night("2025-11-23");
        told.belongs("health", "9", "C2");
        told.night("2025-11-24");

        assertThat(told.asOf("2025-10-20", "2025-11-23 12:00")).containsExactly("C1 2 张一");
        assertThat(told.asOf("2025-10-20", "2025-11-24 12:00")).contains("C2 4 张三");
        assertThat(told.asOf("2025-11-20", "2025-11-24 12:00")).contains("C2 5 张叁");
    }

    @Test
    void theDatabaseRefusesTwoTruthsForOneMoment() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.says("C1", "civil-affairs", "1", "2025-11-10", "{\"name\": \"张叁\"}");
        told.night("2025-11-22");

        assertThatThrownBy(() -> told.plant("1", "valid_from = '2025-11-15', valid_to = '2025-11-16'"))
                .hasMessageContaining("child_one_truth");
        assertThatThrownBy(() -> told.plant("2", "valid_from = '2020-01-01', valid_to = '2025-10-02'"))
                .hasMessageContaining("child_one_truth");
        assertThatThrownBy(() -> told.plant("2", "valid_to = valid_from")).hasMessageContaining("some_day");
        told.plant("2", "valid_from = '2020-01-01', valid_to = '2025-10-01'");
        assertThat(told.asOf("2020-01-01", "2025-12-01 00:00")).containsExactly("C1 99 张三");
    }

    @Test
    void twoVersionsAreComparedAttributeByAttributeEachWithItsSource() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"migrant\": true}");
        told.night("2025-11-21");
        told.says(
                "C1",
                "education",
                "7",
                "2025-11-10",
                "{\"name\": \"张三\", \"migrant\": false, \"insurance_state\": \"正常\"}");
        told.night("2025-11-22");

        assertThat(told.texts("""
                select concat_ws(' ', attribute, value_a, feed_a, source_key_a, '->', value_b, feed_b, source_key_b)
                from mart.child_difference('C1', 1, 3)""")).containsExactly("insurance_state -> 正常 education 7");
        assertThat(told.texts("select attribute from mart.child_difference('C1', 2, 2)"))
                .isEmpty();
    }
}
