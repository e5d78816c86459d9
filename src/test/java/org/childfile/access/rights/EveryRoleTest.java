package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every role, for every purpose, at every view: what it sees. A child is a letter (A of 16 and B of 5 live in township
 * 500112001, C of 16 in district 500113, D of 16 nobody knows where) and what is shown of it: n the name, * a masked one, p
 * plain facts, f of the family, i identifiers, h of health, j of the law; in {@code value} also s, psychological ones.
 *
 * <p>Over 250 lines: half of them are the table.
 */
class EveryRoleTest {

    private static final String NOTHING = "child - | version - | value - | conflict - | volunteer - | members 0 |"
            + " changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0";

    private static final Map<String, String> EXPECTED = table("""
            caring-mother care        | child B:npfih | version B:npfih | value B:pfih | conflict - | volunteer - | members 1 | changes 0 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            caring-mother wake-up     | child B:npfih | version B:npfih | value B:pfih | conflict - | volunteer - | members 1 | changes 0 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            township care             | child A:npfih B:npfih | version A:npfih B:npfih | value A:pfih B:pfih | conflict - | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            township wake-up          | child A:npfih B:npfih | version A:npfih B:npfih | value A:pfih B:pfih | conflict - | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            township statistics       | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            district care             | child A:npfihj B:npfihj | version A:npfihj B:npfihj | value A:pfihsj B:pfihsj | conflict A B | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            district review           | child A:npfihj B:npfihj | version A:npfihj B:npfihj | value A:pfihsj B:pfihsj | conflict A B | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 1 | verdict 0
            district wake-up          | child A:npfih B:npfih | version A:npfih B:npfih | value A:pfih B:pfih | conflict - | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            district statistics       | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            city care                 | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            city review               | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 1 | review 1 | verdict 1
            city subject-rights       | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            city statistics           | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            department care           | child C:npfi | version C:npfi | value C:pfi | conflict - | volunteer - | members 1 | changes 1 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            department statistics     | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            auditor audit             | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            security-officer audit    | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            app care                  | child A:h B:h C:h D:h | version A:h B:h C:h D:h | value A:ph B:ph C:ph D:ph | conflict - | volunteer - | members 0 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            app wake-up               | child A:h B:h C:h D:h | version A:h B:h C:h D:h | value A:ph B:ph C:ph D:ph | conflict - | volunteer - | members 0 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            app statistics            | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            operator operations       | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 1 | review 1 | verdict 1
            operator review           | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 1 | review 1 | verdict 1
            operator subject-rights   | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            operator statistics       | child - | version - | value - | conflict - | volunteer - | members 0 | changes 0 | run 0 | pull 0 | quarantine 0 | review 0 | verdict 0
            reviewer review           | child A:npfihj B:npfihj | version A:npfihj B:npfihj | value A:pfihsj B:pfihsj | conflict A B | volunteer A:npi | members 3 | changes 3 | run 1 | pull 1 | quarantine 0 | review 1 | verdict 0
            operator protection       | child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            protection-desk protection| child A:npfihj B:npfihj C:npfihj D:npfihj | version A:npfihj B:npfihj C:npfihj D:npfihj | value A:pfihsj B:pfihsj C:pfihsj D:pfihsj | conflict A B C D | volunteer A:npi | members 5 | changes 4 | run 1 | pull 1 | quarantine 0 | review 0 | verdict 0
            """);

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
    }

    @Test
    void everyRoleSeesForEveryPurposeWhatTheTableSaysThroughADoor() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (Claims claims : all()) {
            try (Connection connection = warehouse.door(claims)) {
                found.put(claims.role() + " " + claims.purpose(), seen(connection));
            }
        }
        assertThat(found).isEqualTo(expected());
    }

    @Test
    void whoLogsInWithSqlSeesTheSameAsThroughADoor() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        for (Claims claims : all()) {
            warehouse.grant(claims);
            try (Connection connection = warehouse.login()) {
                found.put(claims.role() + " " + claims.purpose(), seen(connection));
            }
        }
        assertThat(found).isEqualTo(expected());
    }

    @Test
    void whoIsNobodySeesNothing() throws SQLException {
        List<Claims> nobodies = List.of(
                new Claims("x", "nobody", "care", List.of(""), List.of("CA"), null, "api"),
                new Claims("x", "city", "curiosity", List.of(""), List.of("CA"), null, "api"),
                new Claims("x", "", "", List.of(""), List.of(), null, "api"));
        for (Claims nobody : nobodies) {
            try (Connection connection = warehouse.door(nobody)) {
                assertThat(seen(connection)).isEqualTo(NOTHING);
            }
        }
        try (Connection connection = warehouse.owner()) {
            GuardedWarehouse.run(connection, "set role childfile_api");
            assertThat(seen(connection)).isEqualTo(NOTHING);
        }
        try (Connection connection = warehouse.owner()) {
            GuardedWarehouse.run(connection, "set role childfile_reader");
            assertThat(seen(connection)).isEqualTo(NOTHING);
        }
    }

    @Test
    void whatWasWorkedOutOfClaimsStandsNeitherForOthersNorAfterTheTransaction() throws SQLException {
        String children = "select child_id from mart.child order by 1";
        try (Connection connection = warehouse.door(claims("city", "care"))) {
            assertThat(GuardedWarehouse.texts(connection, children)).containsExactly("CA", "CB", "CC", "CD");
            String district = claims("district", "care").json();
            GuardedWarehouse.run(connection, "select set_config('childfile.claims', '" + district + "', true)");
            assertThat(GuardedWarehouse.texts(connection, children)).containsExactly("CA", "CB");
            connection.commit();
            assertThat(GuardedWarehouse.texts(connection, children)).isEmpty();
        }
    }

    @Test
    void aDivisionThatIsNoCodeIsNoDivision() throws SQLException {
        Claims claims = new Claims("x", "city", "care", List.of("%", "500112%", "_", "50011a"), List.of(), null, "api");
        try (Connection connection = warehouse.door(claims)) {
            assertThat(GuardedWarehouse.texts(connection, "select child_id from mart.child"))
                    .isEmpty();
        }
    }

    @Test
    void aNameIsFoundOnlyByThoseWhoMaySeeIt() throws SQLException {
        try (Connection connection = warehouse.door(claims("district", "statistics"))) {
            assertThat(found(connection, "张", "")).isEmpty();
        }
        try (Connection connection = warehouse.door(claims("district", "care"))) {
            assertThat(found(connection, "张", "")).containsExactlyInAnyOrder("CA", "CB");
            assertThat(found(connection, "zhangb", "5001")).containsExactly("CB");
            assertThat(found(connection, "zhangb", "500113")).isEmpty();
            assertThat(found(connection, "张次", "")).isEmpty();
        }
        try (Connection connection = warehouse.door(claims("city", "care"))) {
            assertThat(found(connection, "张次", "500113")).containsExactly("CC");
            assertThat(found(connection, "张地", "")).containsExactly("CD");
            assertThat(found(connection, "zhangd", "")).containsExactly("CD");
            assertThat(found(connection, "zhangd", "5")).isEmpty();
        }
    }

    private static List<String> found(Connection connection, String beginning, String division) throws SQLException {
        return GuardedWarehouse.texts(
                connection, "select child_id from mart.find_child('" + beginning + "', '" + division + "', 10)");
    }

    @Test
    void theProgramItselfIsNotHinderedInItsWork() throws SQLException {
        try (Connection connection = warehouse.owner()) {
            GuardedWarehouse.run(connection, "set role childfile_writer");
            assertThat(GuardedWarehouse.texts(connection, "select child_id from mart.child order by 1"))
                    .containsExactly("CA", "CB", "CC", "CD");
            connection.setAutoCommit(false);
            GuardedWarehouse.run(
                    connection, "update versions.child_version set superseded_at = now() where person_id = 'CA'");
            GuardedWarehouse.run(connection, "insert into linkage.person values ('CX', 'child', 'r1', null)");
            assertThat(GuardedWarehouse.texts(connection, "select mart.current_id('CX')"))
                    .containsExactly("CX");
            connection.rollback();
        }
    }

    private static List<Claims> all() {
        RightsRules rules = GuardedWarehouse.rules();
        List<Claims> all = new ArrayList<>();
        for (RightsRules.Role role : rules.roles()) {
            rules.purposes().forEach(purpose -> all.add(claims(role.name(), purpose)));
        }
        return all;
    }

    private static Claims claims(String role, String purpose) {
        List<String> divisions = switch (role) {
            case "township" -> List.of("500112001");
            case "district", "reviewer" -> List.of("500112");
            case "department" -> List.of("500113");
            default -> List.of("");
        };
        List<String> children = List.of("caring-mother", "auditor").contains(role) ? List.of("CB") : List.of();
        @Nullable List<String> attributes = role.equals("app") ? List.of("diagnoses", "grade", "kinds") : null;
        return new Claims("x", role, purpose, divisions, children, attributes, "api");
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        all().forEach(claims -> {
            String key = claims.role() + " " + claims.purpose();
            expected.put(key, EXPECTED.getOrDefault(key, NOTHING));
        });
        return expected;
    }

    private static Map<String, String> table(String text) {
        Map<String, String> table = new TreeMap<>();
        text.lines().forEach(line -> {
            int bar = line.indexOf('|');
            table.put(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
        });
        return table;
    }

    private static String seen(Connection connection) throws SQLException {
        String person = """
                coalesce(string_agg(right(child_id, 1) || ':' || case when name like '__%' and name not like '%*' then 'n'
                        when name is not null then '*' else '' end
                    || case when ethnic_group is null then '' else 'p' end
                    || case when guardian_name is null then '' else 'f' end
                    || case when id_number is null and guardian_phone is null then '' else 'i' end
                    || case when diagnoses is null and kinds is null then '' else 'h' end
                    || case when father_state is null then '' else 'j' end, ' ' order by child_id), '-')""";
        return String.join(
                " | ",
                "child " + one(connection, "select " + person + " from mart.child"),
                "version " + one(connection, "select " + person + " from mart.child_version"),
                "value " + one(connection, """
                        select coalesce(string_agg(right(child_id, 1) || ':' || seen, ' ' order by child_id), '-')
                        from (select child_id, string_agg(case attribute when 'grade' then 'p' when 'guardian_name' then 'f'
                                  when 'id_number' then 'i' when 'diagnoses' then 'h' when 'psych_level' then 's'
                                  else 'j' end, '' order by array_position(array['grade', 'guardian_name', 'id_number',
                                  'diagnoses', 'psych_level', 'father_state'], attribute)) as seen
                              from mart.child_value group by child_id) x"""),
                "conflict "
                        + one(
                                connection,
                                "select coalesce(string_agg(right(child_id, 1), ' ' order by child_id), '-')"
                                        + " from mart.child_conflict"),
                "volunteer " + one(connection, """
                        select coalesce(string_agg(right(volunteer_id, 1) || ':' || case when name is null then '' else 'n' end
                            || case when skills is null then '' else 'p' end
                            || case when id_number is null then '' else 'i' end, ' '), '-') from mart.volunteer"""),
                "members " + count(connection, "mart.membership"),
                "changes " + count(connection, "mart.identity_change"),
                "run " + count(connection, "ops.run"),
                "pull " + count(connection, "ops.pull"),
                "quarantine " + count(connection, "ops.quarantine"),
                "review " + count(connection, "ops.review"),
                "verdict " + count(connection, "ops.verdict"));
    }

    private static String count(Connection connection, String view) throws SQLException {
        return one(connection, "select count(*)::text from " + view);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        return GuardedWarehouse.texts(connection, sql).getFirst();
    }
}
