package org.childfile.files.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.childfile.access.erasure.Correction;
import org.junit.jupiter.api.Test;

/** What a person proved stands in the file until the feeds say so themselves. */
class CorrectedFilesTest {

    private final Told told = new Told();

    @Test
    void aCorrectionIsAVersionAtOnceAndItsSourceIsSeen() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\", \"sex\": \"1\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "章三", "2025-10-20");

        assertThat(told.versions("C1")).contains("3 | 章三 | 2025-10-20 to - | 11-21 12h to - | name | civil-affairs");
        assertThat(told.texts("""
                select concat_ws(' ', attribute, value, feed, source_key, rule)
                from mart.child_value join mart.child using (child_id, version) order by attribute""")).containsExactly("name 章三 corrections 1 correction", "sex 1 civil-affairs 1 only");
        assertThat(told.texts("""
                select concat_ws(' ', attribute, chosen, feed, o ->> 'value', o ->> 'feed')
                from mart.child_conflict, jsonb_array_elements(others) o""")).containsExactly("name 章三 corrections 张三 civil-affairs");
        assertThat(told.texts("select run_id from mart.child_version order by version"))
                .containsExactly("run 2025-11-21", "correction-1", "correction-1");
    }

    @Test
    void aFeedThatSaysSomethingElseOnALaterNightDoesNotPrevail() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "章三", "2025-10-20");
        told.says("C1", "civil-affairs", "1", "2025-11-20", "{\"name\": \"张叁\"}");

        assertThat(told.night("2025-11-22")).isEqualTo(new VersionReport(1, 0, 0));
        assertThat(told.texts("select name from mart.child")).containsExactly("章三");
    }

    @Test
    void whenTheFeedsAgreeTheCorrectionIsSettledAndTheyCountAgain() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "章三", "2025-10-20");
        told.says("C1", "civil-affairs", "1", "2025-11-20", "{\"name\": \"章三\"}");
        told.night("2025-11-22");

        assertThat(told.texts("select state || ' ' || settled_run from ops.correction"))
                .containsExactly("settled run 2025-11-22");
        assertThat(told.texts("select feed from mart.child_value join mart.child using (child_id, version)"))
                .containsExactly("civil-affairs");

        told.says("C1", "civil-affairs", "1", "2025-11-22", "{\"name\": \"章珊\"}");
        told.night("2025-11-23");
        assertThat(told.texts("select name from mart.child")).containsExactly("章珊");
    }

    @Test
    void whatTheFeedsSayAlreadyIsSettledAtOnce() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "张三", "2025-10-20");

        assertThat(told.texts("select state from ops.correction")).containsExactly("settled");
        assertThat(told.versions("C1")).hasSize(1);
    }

    @Test
    void aCorrectionThatIsTakenBackLeavesTheFeedsAlone() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        Correction said = told.proves("C1", "name", "章三", "2025-10-20");
        told.takesBack(said);

        assertThat(told.texts("select name from mart.child")).containsExactly("张三");
        assertThat(told.texts("select state from ops.correction")).containsExactly("undone");
    }

    @Test
    void anotherCorrectionOfTheSameAttributeTakesThePlaceOfTheFirst() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "章三", "2025-10-20");
        told.proves("C1", "name", "章山", "2025-10-20");

        assertThat(told.texts("select name from mart.child")).containsExactly("章山");
        assertThat(told.texts("select state from ops.correction order by correction_id"))
                .containsExactly("undone", "in force");
    }

    @Test
    void aCorrectionIsNeverChangedOrDeleted() {
        told.says("C1", "civil-affairs", "1", "2025-10-01", "{\"name\": \"张三\"}");
        told.night("2025-11-21");
        told.proves("C1", "name", "章三", "2025-10-20");

        for (String change : new String[] {
            "delete from subject.correction returning 'gone'",
            "update subject.correction set attribute = 'sex' returning 'changed'"
        }) {
            assertThatThrownBy(() -> told.texts(change))
                    .hasMessageContaining(
                            "a correction is never changed or deleted; it is settled or undone once, and erased with its person");
        }
    }
}
