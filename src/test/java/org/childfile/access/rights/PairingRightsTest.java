package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sees what of pairings: of children A (16) and B (5) in township 500112001, C in 500113, and of nobody knows whom. */
class PairingRightsTest {

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    insert into pairing.pairing (pairing_id, child_id, volunteer_id, state, since, reasons) values
                        ('PA', 'CA', 'VA', 'active', '2025-01-01', '{"urgency": "orphan"}'),
                        ('PB', 'CB', 'VA', 'active', '2025-01-01', '{"urgency": "orphan"}'),
                        ('PC', 'CC', 'VA', 'active', '2025-01-01', '{"urgency": "orphan"}'),
                        ('P0', null, 'VA', 'active', '2025-01-01', '{}');
                    insert into pairing.supporter
                    select pairing_id, 1, 'teacher', '王老师', '138****0001' from pairing.pairing;
                    insert into pairing.problem values ('P0', 'unknown-child', ''), ('PC', 'two-mothers', '');
                    insert into pairing.wanted_role values ('teacher'), ('doctor');
                    insert into pairing.decision (pairing_id, kind, child_id, volunteer_id, side, actor, reason, day)
                    select pairing_id, 'add', child_id, 'VA', 'operator', 'wang', 'asked', '2025-01-01' from pairing.pairing;
                    insert into pairing.uncovered (child_id, reason, cause, urgency, since) values
                        ('CA', 'outranked', 'ended', 'orphan', '2025-01-01'), ('CB', 'outranked', 'ended', 'orphan', '2025-01-01'),
                        ('CC', 'outranked', 'ended', 'orphan', '2025-01-01');
                    insert into pairing.question (kind, persons, pairings, proposal, since) values
                        ('joined-child', '{CC,CX}', '{PC}', '{}', '2025-01-01')""");
        }
    }

    @Test
    void aDistrictSeesThePairsOfItsChildrenAlone() throws SQLException {
        try (Connection door = warehouse.door(claims("district", "care", "500112"))) {
            assertThat(texts(door, "pairing_id || ' ' || reasons::text from mart.pairing"))
                    .containsExactly("PA {\"urgency\": \"orphan\"}", "PB {\"urgency\": \"orphan\"}");
            assertThat(texts(door, "pairing_id || name || phone from mart.supporter"))
                    .containsExactly("PA王老师138****0001", "PB王老师138****0001");
            assertThat(texts(door, "pairing_id || role from mart.supporter_vacancy"))
                    .containsExactly("PAdoctor", "PBdoctor");
            assertThat(texts(door, "pairing_id from mart.pairing_problem")).isEmpty();
            assertThat(texts(door, "question_id::text from mart.pairing_question"))
                    .isEmpty();
            assertThat(texts(door, "pairing_id || reason from mart.pairing_decision"))
                    .containsExactly("PAasked", "PBasked");
            assertThat(texts(door, "child_id || urgency from mart.uncovered_child"))
                    .containsExactly("CAorphan", "CBorphan");
            assertThat(texts(door, "volunteer_id || paired from mart.volunteer_load"))
                    .containsExactly("VA4");
        }
    }

    @Test
    void whoMakesStatisticsSeesNoPair() throws SQLException {
        try (Connection door = warehouse.door(claims("district", "statistics", "500112"))) {
            for (String view :
                    List.of("pairing", "supporter", "pairing_decision", "uncovered_child", "supporter_vacancy")) {
                assertThat(texts(door, "count(*)::text from mart." + view))
                        .as(view)
                        .containsExactly("0");
            }
        }
    }

    @Test
    void theCitySeesPairsOfNobodyKnowsWhom() throws SQLException {
        try (Connection door = warehouse.door(claims("city", "care", ""))) {
            assertThat(texts(door, "pairing_id from mart.pairing")).containsExactly("P0", "PA", "PB", "PC");
            assertThat(texts(door, "pairing_id from mart.pairing_problem")).containsExactly("P0", "PC");
            assertThat(texts(door, "question_id::text from mart.pairing_question"))
                    .containsExactly("1");
        }
    }

    @Test
    void anAppSeesPairsOnlyIfItsRegistrationListsThem() throws SQLException {
        List<String> views = List.of(
                "pairing",
                "supporter",
                "supporter_vacancy",
                "pairing_problem",
                "pairing_question",
                "pairing_decision",
                "uncovered_child");
        for (String view : views) {
            assertThat(rows("mart." + view, "grade", "kinds", "diagnoses"))
                    .as(view)
                    .isZero();
            assertThat(rows("mart." + view, "grade", "pairing_number", "on_roster"))
                    .as(view)
                    .isPositive();
        }
    }

    @Test
    void anAppThatListsNoRosterIsNotToldOfWhoWantsACaringMother() throws SQLException {
        assertThat(rows("mart.uncovered_child", "grade", "pairing_number")).isZero();
    }

    private static int rows(String view, String... attributes) throws SQLException {
        Claims app = new Claims("x", "app", "care", List.of(""), List.of(), List.of(attributes), "api");
        try (Connection door = warehouse.door(app)) {
            return Integer.parseInt(texts(door, "count(*)::text from " + view).getFirst());
        }
    }

    @Test
    void whoIsNobodySeesNothing() throws SQLException {
        try (Connection door = warehouse.door(claims("nobody", "care", ""))) {
            for (String view : List.of(
                    "pairing",
                    "supporter",
                    "supporter_vacancy",
                    "pairing_problem",
                    "pairing_question",
                    "pairing_decision",
                    "uncovered_child",
                    "volunteer_load",
                    "volunteer_post",
                    "volunteer_training")) {
                assertThat(texts(door, "count(*)::text from mart." + view))
                        .as(view)
                        .containsExactly("0");
            }
        }
    }

    private static Claims claims(String role, String purpose, String division) {
        return new Claims("x", role, purpose, List.of(division), List.of(), null, "api");
    }

    private static List<String> texts(Connection door, String columns) throws SQLException {
        return GuardedWarehouse.texts(door, "select " + columns + " order by 1");
    }
}
