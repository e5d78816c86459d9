package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sees what of the six ones and of the coverage picture: of A, who is 16, and B, who is 5, in township 500112001. */
@SuppressWarnings("NullAway.Init")
class CareSeenTest {

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    insert into pairing.pairing (pairing_id, child_id, state, since)
                    values ('PA', 'CA', 'active', '2026-01-01'), ('PB', 'CB', 'active', '2026-01-01');
                    insert into care.pair (pairing_id, since, teacher, division, birth_date, ahead)
                    select p.pairing_id, p.since, false, '500112001001', v.birth_date, false
                    from pairing.pairing p join versions.child_version v on v.person_id = p.child_id
                    where v.superseded_at is null and v.valid_to is null;
                    insert into care.duty (pairing_id, kind, period_start, period_end, state)
                    values ('PA', 'VISIT', '2026-11-16', '2026-11-22', 'due'), ('PB', 'VISIT', '2026-11-16', '2026-11-22', 'due');
                    insert into care.ledger (day, silent_days, rules) values ('2026-11-21', 14, '');
                    insert into care.problem (record_id, feed, source_key, pairing_id, kind, at, problem, since)
                    values (1, 'care-records', 'R1', 'PA', 'VISIT', now(), 'FUTURE', '2026-11-21'),
                           (2, 'care-records', 'R2', 'PX', 'VISIT', now(), 'UNKNOWN_PAIRING', '2026-11-21');
                    insert into care.mark (pairing_id, kind, day, mark, reason, actor)
                    values ('PB', 'VISIT', '2026-11-18', 'excused', 'in hospital', 'li');
                    insert into coverage.division (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups)
                    values ('50', '', '2026-11-21', 9, 2, 5, 6, 1, 1, 0), ('500112', '', '2026-11-21', 3, 1, 2, 2, 1, 1, 0),
                           ('500112001', '', '2026-11-21', 2, 1, 2, 1, 1, 1, 0);
                    insert into coverage.published (division, ages, day, roster, hidden, covered, uncovered, silent, overdue, wakeups)
                    select '50', ages, '2026-11-21', 9, 2, 5, 6, 1, 1, 0 from unnest(array['', '0_5', '6_13', '14_17']) ages""");
        }
    }

    @Test
    void aTownshipSeesTheDutiesOfItsChildren() throws SQLException {
        assertThat(seen("township", "care", List.of("500112001"), List.of()))
                .containsExactly(
                        "PA due 2026-11-22", "PB due 2026-11-22", "R1", "excused in hospital", "500112001 2 1");
    }

    @Test
    void forStatisticsNothingIsToldOfAnyChild() throws SQLException {
        assertThat(seen("township", "statistics", List.of("500112001"), List.of()))
                .noneMatch(told -> told.startsWith("P") || told.startsWith("R") || told.startsWith("excused"));
    }

    @Test
    void aCaringMotherSeesHerOwnPairAndNoPicture() throws SQLException {
        assertThat(seen("caring-mother", "care", List.of(), List.of("CB")))
                .containsExactly("PB due 2026-11-22", "excused in hospital");
    }

    @Test
    void anotherDistrictSeesNothing() throws SQLException {
        assertThat(seen("district", "care", List.of("500113"), List.of())).isEmpty();
    }

    @Test
    void theCitySeesWhatFitsNoPairingToo() throws SQLException {
        assertThat(seen("city", "care", List.of(""), List.of()))
                .containsExactly(
                        "PA due 2026-11-22",
                        "PB due 2026-11-22",
                        "R1",
                        "R2",
                        "excused in hospital",
                        "50 9 2",
                        "500112 3 1",
                        "500112001 2 1");
    }

    @Test
    void anAuditorSeesNothing() throws SQLException {
        assertThat(seen("auditor", "audit", List.of(), List.of())).isEmpty();
    }

    @Test
    void anAppSeesOfCareAndOfCountsWhatItsRegistrationLists() throws SQLException {
        assertThat(listed("grade")).containsExactly("0 0 0 0", "");
        assertThat(listed("at")).containsExactly("2 0 1 2", "- - - 1");
        assertThat(listed("on_roster")).containsExactly("0 0 0 0", "9 - - - -");
        assertThat(listed("pairing_number", "kinds", "at", "on_roster")).containsExactly("2 2 1 2", "9 2 5 6 1");
    }

    private static List<String> listed(String... attributes) throws SQLException {
        Claims app = new Claims("tester", "app", "care", List.of(""), List.of(), List.of(attributes), "api");
        try (Connection door = warehouse.door(app)) {
            List<String> seen = GuardedWarehouse.texts(door, """
                    select concat_ws(' ', (select count(*) from mart.care_duty), (select count(*) from mart.care_digest),
                                     (select count(*) from mart.care_mark), (select count(*) from mart.care_problem))""");
            seen.addAll(GuardedWarehouse.texts(door, """
                    select coalesce((select concat_ws(' ', roster, coalesce(hidden::text, '-'), coalesce(covered::text, '-'),
                        coalesce(uncovered::text, '-'), coalesce(silent::text, '-')) from mart.coverage where division = '50'), '')"""));
            return seen;
        }
    }

    private static List<String> seen(String role, String purpose, List<String> divisions, List<String> children)
            throws SQLException {
        Claims claims = new Claims("tester", role, purpose, divisions, children, null, "api");
        try (Connection door = warehouse.door(claims)) {
            List<String> seen = GuardedWarehouse.texts(door, """
                    select concat_ws(' ', d.pairing_id, coalesce(d.state, '-'), coalesce(g.due -> 0 ->> 'until', '-'))
                    from mart.care_duty d join mart.care_digest g using (pairing_id) order by 1""");
            seen.addAll(GuardedWarehouse.texts(door, "select source_key from mart.care_problem order by 1"));
            seen.addAll(GuardedWarehouse.texts(
                    door, "select concat_ws(' ', mark, coalesce(reason, '-')) from mart.care_mark order by 1"));
            seen.addAll(
                    GuardedWarehouse.texts(
                            door,
                            "select concat_ws(' ', division, roster, coalesce(hidden::text, '-')) from mart.coverage order by division"));
            return seen;
        }
    }
}
