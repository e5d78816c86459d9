package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees what of calls for help: for A, who is 16, and B, who is 5, in township 500112001, and for a child that nobody knows. */
@SuppressWarnings("NullAway.Init")
class WakeupsSeenTest {

    private static GuardedWarehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    insert into wakeup.wakeup (wakeup_id, child_id, kind, origin, caller, at, day, digest, said)
                    values ('WA', 'CA', 'ABUSE', 'api', 'app', now(), '2026-11-21', '', '\\x01'),
                           ('WB', 'CB', 'ILLNESS', 'api', 'app', now(), '2026-11-21', '', '\\x01'),
                           ('WX', null, 'HARDSHIP', 'feed', 'care-records', now(), '2026-11-21', '', '\\x01');
                    insert into wakeup.item (wakeup_id, number, child_id, feed, source_key, attribute, value, observed_at)
                    select wakeup_id, n, child_id, x.feed, 'k', attribute, '"v"', now()
                    from wakeup.wakeup,
                         (values (1, 'education', 'grade'), (2, 'education', 'guardian_name'), (3, 'public-security', 'id_number'),
                                 (4, 'health', 'diagnoses'), (5, 'political-legal', 'name')) x (n, feed, attribute)
                    where child_id is not null;
                    insert into wakeup.application (application_id, wakeup_id, child_id, template, department, urgent, state, department_state,
                                                    deadline, next_at)
                    select 'A' || wakeup_id, wakeup_id, child_id, 'health-help', 'health', false, 'sent', 'sent', '2026-11-28', now()
                    from wakeup.wakeup;
                    insert into wakeup.application_event
                        (application_id, number, wakeup_id, child_id, at, state, actor, said)
                    select application_id, 1, wakeup_id, child_id, now(), 'sent', 'health', '\\x01' from wakeup.application""");
        }
    }

    /**
     * Of each call its kind and whether its words are shown, then how many rows of its event list, applications, their history
     * and outcomes.
     */
    @ParameterizedTest(name = "{0} for {1} {4}")
    @CsvSource(delimiter = '|', nullValues = "all", textBlock = """
            caring-mother | wake-up        |           | CB | all             | WB ILLNESS words 4 1 1 1
            caring-mother | care           |           | CB | all             | WB ILLNESS words 4 1 1 1
            township      | wake-up        | 500112001 |    | all             | WB ILLNESS words 4 1 1 1
            district      | wake-up        | 500112    |    | all             | WB ILLNESS words 4 1 1 1
            district      | care           | 500112    |    | all             | WB ILLNESS words 5 1 1 1
            district      | wake-up        | 500113    |    | all             |
            department    | care           | 500112    |    | all             | WB ILLNESS words 3 1 1 1
            app           | wake-up        | 500112    |    | all             | WB ILLNESS words 4 1 1 1
            app           | wake-up        | 500112    |    | grade           |
            app           | wake-up        | 500112    |    | guardian_name   |
            app           | wake-up        | 500112    |    | problem         | WB ILLNESS - 0 1 1 1
            operator      | operations     | ''        |    | all             | WB ILLNESS words 5 1 1 1, WX HARDSHIP words 0 1 1 1
            operator      | protection     | ''        |    | all             | WA ABUSE words 5 1 1 1, WB ILLNESS words 5 1 1 1, WX HARDSHIP words 0 1 1 1
            protection-desk | protection   | 500112    |    | all             | WA ABUSE words 5 1 1 1, WB ILLNESS words 5 1 1 1
            protection-desk | protection   | 500113    |    | all             |
            protection-desk | care         | 500112    |    | all             |
            operator      | review         | ''        |    | all             | WB ILLNESS words 5 1 1 1, WX HARDSHIP words 0 1 1 1
            operator      | subject-rights | ''        |    | all             | WB ILLNESS words 5 1 1 1, WX HARDSHIP words 0 1 1 1
            township      | statistics     | 500112001 |    | all             |
            district      | statistics     | 500112    |    | all             |
            city          | statistics     | ''        |    | all             |
            auditor       | audit          |           |    | all             |
            nobody        | care           | 500112    |    | all             |
            """)
    void aRoleSeesForItsPurpose(
            String role,
            String purpose,
            @Nullable String division,
            @Nullable String child,
            @Nullable String attributes,
            @Nullable String expected)
            throws SQLException {
        Claims claims = new Claims(
                "tester",
                role,
                purpose,
                division == null ? List.of() : List.of(division),
                child == null ? List.of() : List.of(child),
                attributes == null ? null : List.of(attributes),
                "api");
        List<String> seen;
        try (Connection door = warehouse.door(claims)) {
            seen = GuardedWarehouse.texts(door, """
                    select concat_ws(' ', w.wakeup_id, coalesce(w.kind, '-'), case when w.words_sealed is null then '-' else 'words' end,
                           (select count(*) from mart.wakeup_item i where i.wakeup_id = w.wakeup_id),
                           (select count(*) from mart.application a where a.wakeup_id = w.wakeup_id),
                           (select count(*) from mart.application_event e where e.wakeup_id = w.wakeup_id),
                           (select count(*) from mart.child_help h where h.wakeup_id = w.wakeup_id))
                    from mart.wakeup w order by 1""");
        }
        assertThat(seen).containsExactlyElementsOf(expected == null ? List.of() : Arrays.asList(expected.split(", ")));
    }
}
