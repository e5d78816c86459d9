package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who sees what rules say of children. A (16) and B (5) live in township 500112001, C (16) in another district. A is hidden by
 * the parents' states (12), B by the school roll or by them (11), C by a diagnosis (32); all of them are red,
 * to whoever may be told of the rule.
 */
class HiddenSightTest {

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            hit(owner, "CA", "12", "father_state", "[[\"father_state\", \"on_roster\"]]");
            hit(owner, "CB", "11", "orphan", "[[\"father_state\", \"on_roster\"], [\"on_roster\", \"orphan\"]]");
            hit(owner, "CC", "32", "diagnoses", "[[\"diagnoses\", \"on_roster\"]]");
            GuardedWarehouse.run(owner, """
                    insert into digitalfile.rule (part, rule, version, valid_from, grade, law, zh, en)
                    values ('risk', 'x', '1', '2026-01-01', 'red', '', '', '');
                    insert into digitalfile.risk (child_id, grade, rules, since, recorded_at, run_id)
                    select c, 'red', '{x}', '2026-11-21', now(), 'r' from unnest(array['CA', 'CB', 'CC']) c;
                    insert into digitalfile.risk_change (run_id, at, child_id, before, after, rules)
                    select 'r', now(), c, 'green', 'red', '{x}' from unnest(array['CA', 'CB', 'CC']) c;
                    insert into digitalfile.hidden_change (run_id, day, at, child_id, rule, change, reason)
                    select 'r', '2026-11-21', now(), child_id, rule, 'appeared', 'new evidence'
                    from digitalfile.hit where part = 'hidden'""");
        }
    }

    private static void hit(Connection owner, String child, String rule, String attribute, String grounds)
            throws SQLException {
        for (String part : List.of("hidden", "risk")) {
            GuardedWarehouse.run(
                    owner, """
                    insert into digitalfile.hit
                        (child_id, part, rule, rule_version, evidence, grounds, substance, state, since, recorded_at, run_id)
                    values ('%s', '%s', '%s', '1',
                            '[{"attribute": "%s", "value": "v", "sight": "%4$s", "feed": "education", "source_key": "k"},
                              {"attribute": "father_state", "value": "w", "sight": "father_state", "feed": "education"}]',
                            '%s', '', 'open', '2026-11-21', now(), 'r')""".formatted(child, part, part.equals("hidden") ? rule : "x", attribute, grounds));
        }
    }

    @Test
    void whoSeesAllOfOneGroundSeesTheRuleAndOfTheEvidenceWhatIsShown() throws SQLException {
        assertThat(seen("district", "care", List.of("500112"), List.of()))
                .isEqualTo("hidden CA 12: father_state father_state k, CB 11: orphan father_state k"
                        + " | risk CA red {x}, CB red {x} | child CA red, CB red | count 500112 2"
                        + " | events CA {x}, CB {x} | changes CA, CB");
        assertThat(seen("township", "care", List.of("500112001"), List.of()))
                .isEqualTo("hidden CB 11: orphan k | risk CA green {}, CB red {x} | child CA green, CB red"
                        + " | count 500112 1 | events - | changes -");
    }

    @Test
    void aCaringMotherSeesHerChildAlone() throws SQLException {
        assertThat(seen("caring-mother", "care", List.of(), List.of("CB")))
                .isEqualTo("hidden CB 11: orphan k | risk CB red {x} | child CB red | count 500112 1"
                        + " | events - | changes -");
    }

    @Test
    void whoSeesNoKindsOfDifficultySeesNoGrade() throws SQLException {
        String nothing = "hidden - | risk - | child %s | count - | events - | changes -";
        assertThat(seen("department", "care", List.of("500113"), List.of())).isEqualTo(nothing.formatted("CC -"));
        assertThat(seen("auditor", "audit", List.of(), List.of("CB"))).isEqualTo(nothing.formatted("-"));
    }

    @Test
    void statisticsShowNoChild() throws SQLException {
        for (String role : List.of("city", "district")) {
            assertThat(seen(role, "statistics", List.of(""), List.of()))
                    .isEqualTo("hidden - | risk - | child - | count - | events - | changes -");
        }
    }

    private static String seen(String role, String purpose, List<String> divisions, List<String> children)
            throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Connection door = warehouse.door(new Claims("x", role, purpose, divisions, children, null, "api"))) {
            parts.add("hidden " + all(door, """
                    child_id || ' ' || rule || ': ' || (select coalesce(string_agg(e ->> 'attribute', ' '), '')
                        from jsonb_array_elements(evidence) e) || ' ' || coalesce(evidence -> 0 ->> 'source_key', '-')""", "mart.hidden_child"));
            parts.add("risk " + all(door, "child_id || ' ' || grade || ' ' || rules::text", "mart.risk"));
            parts.add("child " + all(door, "child_id || ' ' || coalesce(risk, '-')", "mart.child"));
            parts.add(
                    "count " + all(door, "division || ' ' || children", "mart.hidden_count where level = 'district'"));
            parts.add("events " + all(door, "child_id || ' ' || coalesce(rules::text, '-')", "mart.risk_change"));
            parts.add("changes " + all(door, "child_id", "mart.hidden_change"));
        }
        return String.join(" | ", parts);
    }

    private static String all(Connection door, String text, String from) throws SQLException {
        return GuardedWarehouse.texts(
                        door, "select coalesce(string_agg(" + text + ", ', ' order by " + text + "), '-') from " + from)
                .getFirst();
    }
}
