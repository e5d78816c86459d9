package org.childfile.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.database.TestDatabase;
import org.childfile.database.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AgeClocksTest {

    private final DataSource database = TestDatabase.dataSource(TestServer.fresh());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final AgeClocks clocks = new AgeClocks(database);

    @Test
    void theFirstNightTellsTheAgesThatItsChildrenHave() {
        born("C1", "2012-11-22", "1");
        born("C2", "2009-01-01", "1");
        born("C3", "2007-11-20", "1");
        born("C4", null, "1");

        assertThat(advance("1", "2025-11-21")).isEqualTo(5);
        assertThat(events())
                .containsExactly(
                        "C2 14 2023-01-02 1",
                        "C2 16 2025-01-02 1",
                        "C3 14 2021-11-21 1",
                        "C3 16 2023-11-21 1",
                        "C3 18 2025-11-21 1");
    }

    @Test
    void aClockStrikesOnTheDayAfterTheBirthday() {
        born("C1", "2011-11-21", "1");
        advance("1", "2025-11-20");

        assertThat(advance("2", "2025-11-21")).isZero();
        assertThat(advance("3", "2025-11-22")).isEqualTo(1);
        assertThat(advance("4", "2025-11-23")).isZero();
        assertThat(events()).containsExactly("C1 14 2025-11-22 3");
    }

    @Test
    void nightsThatWereMissedAreMadeUpFor() {
        born("C1", "2011-11-21", "1");
        born("C2", "2009-12-31", "1");
        advance("1", "2025-11-20");

        assertThat(advance("2", "2026-02-01")).isEqualTo(2);
        assertThat(events()).containsExactly("C1 14 2025-11-22 2", "C2 14 2024-01-01 1", "C2 16 2026-01-01 2");
    }

    @Test
    void whoIsBornOnTheLeapDayIsOfAgeFromTheFirstOfMarch() {
        born("C1", "2012-02-29", "1");
        advance("1", "2026-02-27");

        assertThat(advance("2", "2026-02-28")).isZero();
        assertThat(advance("3", "2026-03-01")).isEqualTo(1);
    }

    @Test
    void aDateOfBirthThatIsCorrectedIsReadAnew() {
        born("C1", "2014-01-01", "1");
        advance("1", "2025-11-20");
        jdbc.sql("update versions.child_version set superseded_at = now()").update();
        born("C1", "2008-01-01", "2");

        assertThat(advance("2", "2025-11-21")).isEqualTo(2);
        assertThat(advance("2", "2025-11-21")).isZero();
    }

    @Test
    void anEarlierDayTurnsNoClockBack() {
        born("C1", "2011-11-21", "1");
        advance("1", "2025-11-25");
        assertThat(advance("2", "2025-11-01")).isZero();

        assertThat(jdbc.sql("select day from audit.clock")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo("2025-11-25");
    }

    private int advance(String run, String day) {
        return clocks.advance(run, LocalDate.parse(day));
    }

    private void born(String child, @Nullable String day, String run) {
        jdbc.sql("""
                        insert into versions.child_version (person_id, version, birth_date, feeds, changed, provenance,
                            conflicts, content_hash, valid_from, recorded_at, run_id)
                        select :child, count(*) + 1, :day::date, '{}', '{}', '{}', '[]', '', '2025-11-01', now(), :run
                        from versions.child_version where person_id = :child""").param("child", child).param("day", day).param("run", run).update();
    }

    private List<String> events() {
        return jdbc.sql("select concat_ws(' ', child_id, age, since, run_id) from ops.age_clock order by child_id, age")
                .query(String.class)
                .list();
    }
}
