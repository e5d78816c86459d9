package org.childfile.access.audit;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the age clocks. Every method runs in its caller's transaction. */
final class ClockStore {

    private final JdbcClient jdbc;

    ClockStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Until which day the clocks are read; empty before the first night. */
    Optional<LocalDate> readUntil() {
        return jdbc.sql("select day from audit.clock").query(LocalDate.class).optional();
    }

    void readUntil(LocalDate day) {
        jdbc.sql("insert into audit.clock (day) values (:day) on conflict (one) do update set day = excluded.day")
                .param("day", day)
                .update();
    }

    /** @param all also those whose birthday it was, whatever wrote their file */
    int advance(String run, LocalDate since, LocalDate day, boolean all) {
        return jdbc.sql(SqlFiles.read("access/audit/advance-clocks"))
                .param("run", run)
                .param("all", all)
                .param("since", since)
                .param("day", day)
                .update();
    }
}
