package org.childfile.coverage;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts children by division; what was counted before is gone. */
public final class CoverageStore {

    private final JdbcClient jdbc;

    public CoverageStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Counts for the day that a run stands for, and tells in how many rows. Runs in its caller's transaction. */
    public int count(LocalDate day) {
        jdbc.sql("delete from coverage.division").update();
        return jdbc.sql(SqlFiles.read("coverage/count")).param("day", day).update();
    }
}
