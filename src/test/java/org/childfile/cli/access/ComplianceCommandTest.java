package org.childfile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.childfile.cli.main.CommandRun;
import org.childfile.cli.main.OnSecondNight;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaches and impact assessments, from being entered to being closed, by whole commands. */
class ComplianceCommandTest extends OnSecondNight {

    @Test
    void aBreachIsFollowedStepByStepAndClosedOnlyWhenAllIsDone() {
        database = TestServer.copy(afterFirstNight);
        CommandRun opened = childfile(
                "breach",
                "open",
                "--kind",
                "leak",
                "--what",
                "名单误发给张三",
                "--data",
                "names",
                "--under-14",
                "12",
                "--others",
                "3");
        assertThat(opened.err()).isEmpty();
        assertThat(opened.out())
                .startsWith("Breach B1 is on record.")
                .contains("remedy", "authority", "persons", "summary");
        assertThat(texts("select concat_ws(' ', breach_id, kind, state, under_14, others) from ops.breach"))
                .containsExactly("B1 leak open 12 3");

        CommandRun early = childfile("breach", "close", "B1", "--reason", "done");
        assertThat(early.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(early.err())
                .startsWith("Error: B1 cannot be closed before this is done: remedy, authority, persons, summary.");
        assertThat(childfile("breach", "note", "B1", "--step", "stop", "--text", "x")
                        .err())
                .startsWith("Error: B1 has no open step stop. Open are: remedy, authority, persons, summary");

        childfile("breach", "note", "B1", "--text", "two more children", "--under-14", "14");
        for (String step : new String[] {"remedy", "authority", "persons", "summary"}) {
            assertThat(childfile("breach", "note", "B1", "--step", step, "--text", "done")
                            .exitCode())
                    .isZero();
        }
        assertThat(childfile("breach", "close", "B1", "--reason", "all done").out())
                .isEqualTo("B1 is closed; it stays on record.\n");
        assertThat(childfile("breach", "show", "B1").out())
                .contains("名单误发给张三", "under 14: 14, others: –", "reason: all done");
        assertThat(childfile("breach", "list").out()).contains("B1", "leak", "closed");
        assertThat(texts("select under_14 || ' ' || state from ops.breach")).containsExactly("14 closed");
        assertThat(texts("select said::text from compliance.entry")).noneMatch(text -> text.contains("张三"));
        assertThat(texts("select action || ' ' || detail from ops.access order by seq"))
                .contains("open breach B1", "note breach B1", "close breach B1", "read breach B1");
    }

    @Test
    void whatIsOverdueStandsInTheNightsReportAndItsExitCode() {
        secondNight();
        String noticed = Instant.now().minus(30, ChronoUnit.HOURS).toString();
        childfile("breach", "open", "--kind", "incident", "--noticed", noticed, "--what", "x", "--data", "names");
        childfile("breach", "note", "B1", "--step", "remedy", "--text", "done");
        childfile(
                "assessment",
                "open",
                "exports",
                "--scope",
                "lists",
                "--measures",
                "approval",
                "--risk",
                "low",
                "--review-due",
                "2020-01-01");

        CommandRun night = childfile("nightly", "--date", "2025-11-22");

        assertThat(night.exitCode()).as(night.err()).isEqualTo(ExitCode.ATTENTION);
        assertThat(night.out())
                .contains("breach B1 has overdue steps (childfile breach show B1)")
                .contains("impact assessment P1 was to be looked at again (childfile assessment show P1)");
        assertThat(texts("select matter_id || ' ' || step || ' ' || state from ops.compliance_step order by 1"))
                .containsExactly(
                        "B1 authority overdue",
                        "B1 persons open",
                        "B1 remedy done",
                        "B1 report overdue",
                        "B1 summary open",
                        "P1 review overdue");
    }

    @Test
    void anAssessmentIsLookedAtAgainAndKept() {
        database = TestServer.copy(afterFirstNight);
        childfile("assessment", "open", "exports", "--scope", "lists", "--measures", "approval", "--risk", "medium");
        CommandRun reviewed = childfile(
                "assessment",
                "note",
                "P1",
                "--reviewed",
                "--risk",
                "low",
                "--review-due",
                "2031-05-06",
                "--text",
                "as before");
        assertThat(reviewed.err()).isEmpty();
        assertThat(texts("select concat_ws(' ', title, risk, state, (review_due at time zone 'Asia/Shanghai')::date)"
                        + " from ops.impact_assessment"))
                .containsExactly("exports low open 2031-05-07");
        assertThat(childfile("assessment", "note", "P1", "--review-due", "2031-05-06", "--text", "x")
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(childfile("assessment", "close", "P1", "--reason", "no more exports")
                        .exitCode())
                .isZero();
        assertThat(childfile("assessment", "note", "P1", "--text", "x").err())
                .startsWith("Error: P1 is closed. See it: childfile assessment show P1");
        assertThat(texts("select (kept_until > now() + interval '2 years')::text from ops.impact_assessment"))
                .containsExactly("true");
        assertThat(childfile("assessment", "show", "P1").out())
                .contains("scope: lists", "measures: approval", "reason:");
        assertThat(childfile("assessment", "list").out()).contains("P1", "exports", "closed");
    }

    @Test
    void fromTheMiddleOfJanuaryTheReportSaysThatLastYearsPackIsNotMade() {
        secondNight();
        assertThat(childfile("nightly", "--date", "2026-01-14").out()).doesNotContain("Yearly report");
        assertThat(childfile("nightly", "--date", "2026-01-15").out())
                .contains("Yearly report on minors' data: that of 2025 is not made; due by 2026-01-31\n"
                        + "  (childfile audit pack --year 2025 --out DIR)\n");
        assertThat(childfile("nightly", "--date", "2026-02-01").out()).contains("of 2025 is not made; it was due by");

        Path pack = HOME.resolve("pack-2025");
        childfile("audit", "pack", "--year", "2025", "--out", pack.toString());

        assertThat(childfile("nightly", "--date", "2026-02-02").out()).doesNotContain("Yearly report");
    }

    @Test
    void nothingThatWasSaidCanBeChangedOrDeleted() {
        database = TestServer.copy(afterFirstNight);
        childfile("breach", "open", "--kind", "leak", "--what", "x", "--data", "names");
        JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource(database));

        for (String change : new String[] {
            "update compliance.entry set actor = 'nobody'",
            "update compliance.matter set noticed_at = now()",
            "update compliance.step set due_at = now() + interval '1 year'",
            "delete from compliance.entry",
            "delete from compliance.step",
            "truncate compliance.entry"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .hasMessageContaining("never changed or deleted");
        }
        assertThat(childfile("breach", "open", "--kind", "fire", "--what", "x", "--data", "names")
                        .err())
                .isEqualTo("Error: there is no kind of breach fire. Allowed are leak, incident, critical"
                        + " (mappings/compliance.yaml)\n");
        assertThat(childfile("breach", "show", "B9").exitCode()).isEqualTo(ExitCode.WRONG_USE);
    }
}
