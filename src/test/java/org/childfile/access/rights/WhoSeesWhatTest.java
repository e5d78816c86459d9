package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every view, role, purpose and name against docs/who-sees-what.csv: whatever is new there is seen by nobody until the file says
 * who may see it. Where the file is to change, look at target/who-sees-what.csv, and put it in its place.
 */
class WhoSeesWhatTest {

    private static final Path FILE = Path.of("docs", "who-sees-what.csv");

    private GuardedWarehouse warehouse;

    WhoSeesWhatTest() throws SQLException {
        warehouse = GuardedWarehouse.empty();
    }

    @BeforeEach
    void fill() throws SQLException, IOException {
        try (Connection owner = warehouse.owner();
                InputStream in =
                        Objects.requireNonNull(WhoSeesWhatTest.class.getResourceAsStream("/sql/whole-world.sql"))) {
            GuardedWarehouse.run(owner, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyColumnHasAValueSoThatItsAbsenceSaysThatItIsNotShown() throws SQLException {
        try (Connection program = program()) {
            Set<String> shown = WhoSeesWhat.shown(program);
            Set<String> empty = new TreeSet<>();
            WhoSeesWhat.views(program)
                    .forEach((view, columns) -> columns.forEach(column -> empty.add(view + "." + column)));
            empty.removeAll(shown);

            // What is suppressed for others, receipts of who called through a door, and what concerns no child.
            assertThat(empty)
                    .allMatch(
                            column -> column.equals("mart.coverage.suppressed")
                                    || column.equals("mart.child_version.risk")
                                    || column.startsWith("mart.wakeup_receipt.")
                                    || column.startsWith("mart.volunteer_check.")
                                    || column.matches(
                                            "ops.(breach|compliance_step|impact_assessment|audit_pack|correction_request)[.].*"));
        }
    }

    @Test
    void everybodySeesWhatTheFileSays() throws SQLException, IOException {
        String found = page(caller -> true);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "who-sees-what.csv"), found);

        assertThat(found).isEqualTo(Files.readString(FILE));
    }

    @Test
    void aNewViewAnUnguardedColumnAndANameTooManyAreFound() throws SQLException {
        Predicate<String> few = caller -> caller.endsWith("caring-mother/care")
                || caller.endsWith("district/statistics")
                || caller.endsWith("name alone");
        String before = page(few);
        for (String leak : new String[] {
            "create view mart.leak as select r.wakeup_id from wakeup.receipt r; call rights.publish('mart.leak');"
                    + " grant select on wakeup.receipt to childfile_views",
            "create or replace view mart.risk with (security_barrier) as select r.child_id, r.grade, r.rules, r.since"
                    + " from digitalfile.risk r",
            "insert into rights.name (kind, name, population, class) values ('list', 'planted', '', 'plain');"
                    + " update rights.name set class = 'plain', needs = '{}' where kind = 'feed' and name = 'political-legal';"
                    + " update rights.role_purpose rp set sees = (select jsonb_object_agg(p, rights.gives(p, rp.classes, rp.purpose, null))"
                    + " from unnest(array['', 'child', 'volunteer', 'pairing', 'care']) p)"
        }) {
            try (Connection owner = warehouse.owner()) {
                GuardedWarehouse.run(owner, leak);
            }
            String after = page(few);
            assertThat(after).as(leak).isNotEqualTo(before);
            before = after;
        }
    }

    private String page(Predicate<String> callers) throws SQLException {
        Map<String, Set<String>> byCaller = new LinkedHashMap<>();
        for (Map.Entry<String, Claims> caller :
                WhoSeesWhat.everybody(GuardedWarehouse.rules()).entrySet()) {
            if (callers.test(caller.getKey())) {
                try (Connection door = warehouse.door(caller.getValue())) {
                    byCaller.put(caller.getKey(), WhoSeesWhat.shown(door));
                }
            }
        }
        try (Connection program = program()) {
            Set<String> all = new TreeSet<>(WhoSeesWhat.shown(program));
            WhoSeesWhat.views(program)
                    .forEach((view, columns) -> columns.forEach(column -> all.add(view + "." + column)));
            byCaller.values().forEach(all::addAll);
            return WhoSeesWhat.page(all, byCaller, WhoSeesWhat.meanings(program));
        }
    }

    private Connection program() throws SQLException {
        Connection program = warehouse.owner();
        GuardedWarehouse.run(program, "set role childfile_writer");
        return program;
    }
}
