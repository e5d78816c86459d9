package org.childfile.access.audit;

import java.sql.ResultSetMetaData;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.childfile.access.audit.YearReport.Table;
import org.childfile.database.SqlFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of a year's report, each by the query of its name. */
final class YearStore {

    private final JdbcClient jdbc;

    YearStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Table table(String name, OffsetDateTime since, OffsetDateTime until, int many) {
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        jdbc.sql(SqlFiles.read("access/audit/year-" + name))
                .param("since", since)
                .param("until", until)
                .param("many", many)
                .query(result -> {
                    ResultSetMetaData meta = result.getMetaData();
                    for (int i = 1; i <= meta.getColumnCount(); i++) {
                        columns.add(meta.getColumnLabel(i));
                    }
                    while (result.next()) {
                        List<String> row = new ArrayList<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            String cell = result.getString(i);
                            row.add(cell == null ? "" : cell);
                        }
                        rows.add(row);
                    }
                    return rows.size();
                });
        return new Table(name, columns, rows);
    }
}
