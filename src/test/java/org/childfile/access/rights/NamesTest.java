package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What names give away: of A (16), whose file was written anew when something of the law, and later when the grade changed.
 * Townships see neither judicial nor psychological facts; departments no health either.
 */
class NamesTest {

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            version(owner, 2, "2025-03-01", "{father_state}");
            version(owner, 3, "2025-04-01", "{grade,psych_level}");
            version(owner, 4, "2025-05-01", "{psych_level,psych_score}");
            GuardedWarehouse.run(owner, """
                    insert into mapping.source_record (population, feed, source_key, withdrawn, observed_at, pull_id, seq, attributes)
                    values ('child', 'political-legal', 'l', false, '2025-01-01', 1, 9, '{"father_name": "x"}'),
                           ('child', 'health', 'h', false, '2025-01-01', 1, 10, '{"diagnoses": ["J45"]}');
                    insert into linkage.membership
                    select record_id, 'CA', 'rule', 1, now() from mapping.source_record where source_key in ('l', 'h')""");
        }
    }

    private static void version(Connection owner, int version, String day, String changed) throws SQLException {
        GuardedWarehouse.run(owner, """
                update versions.child_version set superseded_at = '%1$s' where person_id = 'CA' and superseded_at is null;
                insert into versions.child_version (person_id, version, name, name_normal, name_pinyin, sex, birth_date, id_number, ethnic_group,
                    registered_division, residence_division, guardian_name, father_state, kinds, diagnoses, on_roster, grade,
                    feeds, changed, provenance, conflicts, content_hash, valid_from, recorded_at, run_id)
                select person_id, %2$d, name, name_normal, name_pinyin, sex, birth_date, id_number, ethnic_group, registered_division,
                       residence_division, guardian_name, father_state, kinds, diagnoses, on_roster, '%2$d',
                       '{education,health,political-legal}', '%3$s',
                       jsonb_build_object('sources', '[["political-legal", "l", "2025-01-01T00:00:00Z"],
                                                       ["education", "a", "2025-01-01T00:00:00Z"],
                                                       ["health", "h", "2025-01-01T00:00:00Z"]]'::jsonb,
                                          'values', '{"father_name": ["王", 0, "only"], "grade": ["三", 1, "only"],
                                                      "name": ["张", 1, "only"], "diagnoses": [["J45"], 2, "only"]}'::jsonb),
                       '[{"attribute": "name", "chosen": "张", "feed": "education",
                          "others": [{"value": "章", "feed": "political-legal", "source_key": "l"}]},
                         {"attribute": "school_name", "chosen": "一小", "feed": "education",
                          "others": [{"value": "二小", "feed": "education", "source_key": "b"}]}]',
                       '', valid_from, '%1$s', 'r1'
                from versions.child_version where person_id = 'CA' and version = 1""".formatted(day, version, changed));
        GuardedWarehouse.run(owner, "set constraints all immediate");
    }

    @Test
    void aChangeOfWhatIsNotSeenIsNoChange() throws SQLException {
        String changes =
                "select version || ' ' || array_to_string(changed, ',') from mart.change where person_id = 'CA'"
                        + " and kind = 'version' order by version";
        assertThat(ask("district", "care", changes))
                .containsExactly(
                        "1 father_state,name", "2 father_state", "3 grade,psych_level", "4 psych_level,psych_score");
        assertThat(ask("township", "care", changes)).containsExactly("1 name", "3 grade");
        assertThat(ask("district", "statistics", changes)).isEmpty();
    }

    @Test
    void aFileIsShownAsItsLastVersionThatSaysSomethingNew() throws SQLException {
        String file = "select version || ' ' || recorded_at::date from mart.child where child_id = 'CA'";
        assertThat(ask("district", "care", file)).containsExactly("4 2025-05-01");
        assertThat(ask("township", "care", file)).containsExactly("3 2025-04-01");
        String versions =
                "select version || ' ' || array_to_string(changed, ',') || ' ' || coalesce(superseded_at::date::text, '-')"
                        + " from mart.child_version where child_id = 'CA' order by version";
        assertThat(ask("district", "care", versions))
                .containsExactly(
                        "1 father_state,name 2025-03-01",
                        "2 father_state 2025-04-01",
                        "3 grade,psych_level 2025-05-01",
                        "4 psych_level,psych_score -");
        assertThat(ask("township", "care", versions)).containsExactly("1 name -", "3 grade -");
        String then =
                "select version || ' ' || coalesce(grade, '') from mart.child_as_of('2025-06-01', '%s') where child_id = 'CA'";
        assertThat(ask("township", "care", then.formatted("2025-03-15"))).containsExactly("1 ");
        assertThat(ask("township", "care", then.formatted("2025-05-15"))).containsExactly("3 3");
        assertThat(ask("district", "care", then.formatted("2025-05-15"))).containsExactly("4 4");
        assertThat(ask(
                        "township",
                        "care",
                        "select distinct version::text from mart.child_value where child_id = 'CA' order by 1"))
                .containsExactly("1", "3");
    }

    @Test
    void feedsAreNamedByTheirClass() throws SQLException {
        String feeds = "select array_to_string(feeds, ' ') from mart.child where child_id = 'CA'";
        assertThat(ask("district", "care", feeds)).containsExactly("education health political-legal");
        assertThat(ask("township", "care", feeds)).containsExactly("education health");
        assertThat(ask("department", "care", feeds)).containsExactly("education");
        assertThat(app(feeds, "name")).containsExactly("");
        assertThat(app(feeds, "name", "on_roster", "school_name")).containsExactly("education");
        String records = "select feed from mart.child_record where child_id = 'CA' order by 1";
        assertThat(ask("district", "care", records)).containsExactly("education", "health", "political-legal");
        assertThat(ask("township", "care", records)).containsExactly("education", "health");
        assertThat(ask("department", "care", records)).containsExactly("education");
        assertThat(app(records, "name")).isEmpty();
        String members = "select feed from mart.membership where person_id = 'CA' order by 1";
        assertThat(ask("township", "care", members)).containsExactly("education", "health");
        assertThat(app(members, "name")).isEmpty();
    }

    /** Where a feed that may not be named could have given a value, no value of that attribute has a source: silence says nothing. */
    @Test
    void sourcesAreTellingOrAllSilent() throws SQLException {
        String values =
                "select attribute || ' ' || coalesce(feed, '-') || ' ' || coalesce(source_key, '-') || ' ' || coalesce(rule, '-')"
                        + " from mart.child_value where child_id = 'CA' and version = 3 order by 1";
        assertThat(ask("district", "care", values))
                .containsExactly(
                        "diagnoses health h only",
                        "father_name political-legal l only",
                        "grade education a only",
                        "name education a only");
        assertThat(ask("township", "care", values))
                .containsExactly(
                        "diagnoses health h only", "father_name - - -", "grade education a only", "name - - -");
        String conflicts = "select attribute from mart.child_conflict where child_id = 'CA' order by 1";
        assertThat(ask("district", "care", conflicts)).containsExactly("name", "school_name");
        assertThat(ask("township", "care", conflicts)).containsExactly("school_name");
    }

    @Test
    void anAppRegisteredForTheNameAloneIsToldOfNoList() throws SQLException {
        for (String view : List.of(
                "pairing",
                "uncovered_child",
                "hidden_child",
                "risk",
                "child_kind",
                "wakeup",
                "application",
                "care_duty",
                "care_pair",
                "membership",
                "child_record",
                "coverage",
                "hidden_change",
                "risk_change",
                "child_help")) {
            assertThat(app("select count(*)::text from mart." + view, "name"))
                    .as(view)
                    .containsExactly("0");
        }
    }

    private static List<String> app(String question, String... attributes) throws SQLException {
        return ask(new Claims("x", "app", "care", List.of(""), List.of(), List.of(attributes), "api"), question);
    }

    private static List<String> ask(String role, String purpose, String question) throws SQLException {
        return ask(new Claims("x", role, purpose, List.of("500112"), List.of(), null, "api"), question);
    }

    private static List<String> ask(Claims claims, String question) throws SQLException {
        try (Connection door = warehouse.door(claims)) {
            return GuardedWarehouse.texts(door, question);
        }
    }
}
