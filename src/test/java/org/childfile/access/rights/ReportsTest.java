package org.childfile.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A report of abuse of A leaves no trace to whoever may not be told of it: in no view does anything stand that does not stand in a
 * warehouse without it.
 */
class ReportsTest {

    private static final String CALL = """
            insert into wakeup.wakeup (wakeup_id, child_id, kind, origin, caller, at, day, digest, said)
            values ('%1$s', 'CA', '%2$s', 'api', 'mother', now(), '2026-11-21', '', '\\x01');
            insert into wakeup.item (wakeup_id, number, child_id, feed, source_key, attribute, value, observed_at)
            values ('%1$s', 1, 'CA', 'education', 'k', 'grade', '"v"', now());
            insert into wakeup.application (application_id, wakeup_id, child_id, template, department, urgent, state, department_state,
                                            deadline, next_at)
            values ('A%1$s', '%1$s', 'CA', 'mandatory-report', 'public-security', true, 'sent', 'sent', '2026-11-28', now());
            insert into wakeup.application_event (application_id, number, wakeup_id, child_id, at, state, actor, said)
            values ('A%1$s', 1, '%1$s', 'CA', now(), 'sent', 'childfile', '\\x01');
            insert into pairing.question (kind, persons, pairings, calls, proposal, since)
            values ('joined-child', '{CA,CX}', '{}', '{%1$s}', '{"calls": {"%1$s": "CX"}}', '2026-11-21');
            insert into subject.erasure (person_id, reason, actor, at, refused, records, versions, kept)
            values ('CA', 'consent-withdrawn', 'wang', now(), true, 0, 0, '[{"what": "all", "count": 1, "why": "report"}]')""";

    private static final String LOGGED = """
            insert into audit.access (seq, at, subject, role, purpose, door, action, person_id, attributes, detail, previous_hash, hash, report)
            values (1, now(), 'mother', 'caring-mother', 'wake-up', 'api', 'call', 'CA', '{}', '%1$s', '', '', '%1$s' = 'ABUSE'),
                   (2, now(), 'desk', 'protection-desk', 'protection', 'api', 'wake-up', 'CA', '{}', '', '', '', true),
                   (3, now(), 'mother', 'caring-mother', 'wake-up', 'api', 'receipt', null, '{}', '%1$s', '', '', '%1$s' = 'ABUSE')""";

    @Test
    void nobodyButTheProtectionDeskFindsATraceOfOne() throws SQLException {
        GuardedWarehouse without = new GuardedWarehouse();
        GuardedWarehouse with = new GuardedWarehouse();
        try (Connection owner = with.owner()) {
            GuardedWarehouse.run(owner, CALL.formatted("W1", "ABUSE"));
            GuardedWarehouse.run(owner, LOGGED.formatted("ABUSE"));
        }
        for (Claims claims : everybody()) {
            Map<String, Long> expected = rows(without, claims);
            Map<String, Long> found = rows(with, claims);
            if (claims.purpose().equals("protection")) {
                assertThat(found.get("mart.wakeup")).isEqualTo(1L);
                assertThat(found.get("mart.application_event")).isEqualTo(1L);
            } else {
                assertThat(found).as(claims.role() + " " + claims.purpose()).isEqualTo(expected);
            }
        }
    }

    /** A plan tells how many rows an index brought that were taken away: the same of A, of whom there is a report, as of B. */
    @Test
    void noPlanCountsOneEither() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, CALL.formatted("W1", "ABUSE"));
            GuardedWarehouse.run(owner, LOGGED.formatted("ABUSE"));
        }
        for (Claims claims : List.of(
                Claims.operator("x", "operations"),
                Claims.operator("x", "care"),
                new Claims("x", "district", "care", List.of("500112"), List.of(), null, "sql"))) {
            warehouse.grant(claims);
            try (Connection login = warehouse.login()) {
                GuardedWarehouse.run(login, "set enable_seqscan = off; set enable_bitmapscan = off");
                for (String question : List.of(
                        "mart.wakeup where child_id = '%s'",
                        "mart.wakeup where state = 'open' and at > now() - interval '1 day' and child_id = '%s'",
                        "mart.wakeup_item where child_id = '%s'",
                        "mart.application where child_id = '%s'",
                        "mart.application_event where child_id = '%s'",
                        "mart.child_help where child_id = '%s'",
                        "ops.access where person_id = '%s'",
                        "ops.erasure where person_id = '%s'",
                        "mart.pairing_question where '%s' = any (persons)")) {
                    assertThat(plan(login, question.formatted("CA")).replace("'CA'", "'CB'"))
                            .as(claims.role() + " " + claims.purpose() + ": " + question)
                            .isEqualTo(plan(login, question.formatted("CB")));
                }
            }
        }
    }

    private static String plan(Connection login, String from) throws SQLException {
        return String.join(
                "\n",
                GuardedWarehouse.texts(
                        login,
                        "explain (analyze, costs off, timing off, summary off, buffers off) select * from " + from));
    }

    @Test
    void anotherCallIsSeenInAllOfThese() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, CALL.formatted("W1", "HARDSHIP"));
            GuardedWarehouse.run(owner, LOGGED.formatted("HARDSHIP"));
        }
        Map<String, Long> city = rows(warehouse, Claims.operator("x", "operations"));
        for (String view : List.of(
                "mart.wakeup",
                "mart.wakeup_item",
                "mart.application",
                "mart.application_event",
                "mart.child_help",
                "mart.pairing_question")) {
            assertThat(city.get(view)).as(view).isEqualTo(1L);
        }
        assertThat(city.get("ops.access")).as("the call and its receipt").isEqualTo(2L);
    }

    @Test
    void anErasureKeepsToItselfThatAReportRemains() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, """
                    insert into subject.erasure (person_id, reason, actor, at, refused, records, versions, kept)
                    values ('CA', 'unlawful', 'wang', now(), false, 1, 1,
                            '[{"what": "reports", "count": 1, "why": "reported"}, {"what": "accesses", "count": 2, "why": "access-log"}]')""");
        }
        try (Connection door = warehouse.door(Claims.operator("x", "operations"))) {
            assertThat(GuardedWarehouse.texts(door, "select kept::text from ops.erasure"))
                    .containsExactly("[{\"why\": \"access-log\", \"what\": \"accesses\", \"count\": 2}]");
        }
    }

    @Test
    void aKindOfWhichTheRulesSayNothingIsToldToNobody() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, CALL.formatted("W1", "HARDSHIP"));
            GuardedWarehouse.run(owner, "delete from rights.name where kind = 'call' and name = 'HARDSHIP'");
            GuardedWarehouse.run(owner, """
                    update rights.role_purpose rp set sees = (select jsonb_object_agg(p, rights.gives(p, rp.classes, rp.purpose, null))
                        from unnest(array['', 'child', 'volunteer', 'pairing', 'care']) p)""");
        }
        assertThat(rows(warehouse, Claims.operator("x", "operations")).get("mart.wakeup"))
                .isZero();
        assertThat(rows(warehouse, Claims.operator("x", "protection")).get("mart.wakeup"))
                .isZero();
    }

    @Test
    void whoCalledHasAReceiptAndNobodyElse() throws SQLException {
        GuardedWarehouse warehouse = new GuardedWarehouse();
        try (Connection owner = warehouse.owner()) {
            GuardedWarehouse.run(owner, CALL.formatted("W1", "ABUSE"));
        }
        for (String subject : List.of("mother", "another")) {
            Claims claims = new Claims(subject, "caring-mother", "wake-up", List.of(), List.of("CA"), null, "api");
            try (Connection door = warehouse.door(claims)) {
                assertThat(GuardedWarehouse.texts(door, "select wakeup_id from mart.wakeup_receipt"))
                        .isEqualTo(subject.equals("mother") ? List.of("W1") : List.of());
            }
        }
        warehouse.grant(new Claims("mother", "caring-mother", "wake-up", List.of(), List.of("CA"), null, "sql"));
        try (Connection login = warehouse.login()) {
            assertThat(GuardedWarehouse.texts(login, "select wakeup_id from mart.wakeup_receipt"))
                    .isEmpty();
        }
    }

    private static List<Claims> everybody() {
        List<Claims> all = new ArrayList<>();
        RightsRules rules = GuardedWarehouse.rules();
        rules.roles()
                .forEach(role -> role.grants()
                        .forEach(grant -> all.add(new Claims(
                                "x",
                                role.name(),
                                grant.purpose(),
                                role.rows() == RightsRules.Rows.DIVISIONS ? List.of("") : List.of(),
                                List.of("CA"),
                                null,
                                "api"))));
        return all;
    }

    /** By published view how many rows it has. */
    private static Map<String, Long> rows(GuardedWarehouse warehouse, Claims claims) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection door = warehouse.door(claims)) {
            for (String view : GuardedWarehouse.texts(door, """
                    select c.oid::regclass::text from pg_class c
                    where c.relnamespace in ('mart'::regnamespace, 'ops'::regnamespace) and c.relkind = 'v'""")) {
                rows.put(
                        view,
                        Long.parseLong(GuardedWarehouse.texts(door, "select count(*)::text from " + view)
                                .getFirst()));
            }
        }
        return rows;
    }
}
