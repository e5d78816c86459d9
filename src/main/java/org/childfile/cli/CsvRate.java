package org.childfile.cli;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How fast the CSV feeds were landed and mapped in the first run, in records a second of each step's own time. */
record CsvRate(long records, double landingSeconds, double mappingSeconds) {

    static CsvRate ofFirstRun(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select sum(write_count) filter (where step_name like 'pull-feed:%'),
                               sum(extract(epoch from end_time - start_time)) filter (where step_name like 'pull-feed:%'),
                               sum(extract(epoch from end_time - start_time)) filter (where step_name like 'map-feed:%')
                        from batch.batch_step_execution
                        where job_execution_id = (select min(job_execution_id) from batch.batch_job_execution)
                          and split_part(step_name, ':', 2) in ('education', 'volunteers')""")) {
            row.next();
            return new CsvRate(row.getLong(1), row.getDouble(2), row.getDouble(3));
        }
    }

    double landing() {
        return records / landingSeconds;
    }

    double mapping() {
        return records / mappingSeconds;
    }

    double both() {
        return records / (landingSeconds + mappingSeconds);
    }
}
