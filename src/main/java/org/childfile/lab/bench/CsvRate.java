package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.RunProgress;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.childfile.storage.PrivateFiles;

/**
 * How fast CSV feeds alone are landed and mapped: a first night of these feeds only, in a database of its own, by a
 * process that has done two whole nights before (a nightly service is warm, too). Seconds are those of the two stages, all
 * feeds together.
 */
record CsvRate(long records, double landingSeconds, double mappingSeconds) {

    private static final List<String> FEEDS = List.of("education", "volunteers");

    private static final String SURVIVORSHIP = """
            version: 1
            child: {default: {by: [validity, recency]}}
            volunteer: {default: {by: [validity, recency]}}
            """;

    /** No call comes with these feeds. */
    private static final String WAKEUP = """
            version: 1
            kinds:
              SCHOOLING: {education: [name]}
              ILLNESS: {education: [name]}
              HARDSHIP: {education: [name]}
              INSURANCE: {education: [name]}
              ABUSE: {education: [name]}
            """;

    /** @param own a shell whose home is empty */
    static CsvRate measure(Shell own, Workspace whole) throws IOException, SQLException {
        Workspace workspace = workspace(own.home(), whole);
        try (Warehouse warehouse = Warehouse.open(own);
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            engine.get(Runs.class).nightly(LocalDate.of(2026, 11, 21), RunProgress.NONE, Map.of());
            try (Connection connection = warehouse.address().connect()) {
                return ofStages(connection);
            }
        }
    }

    /** What a night with these feeds alone needs, written below a home that is empty. */
    static Workspace workspace(Path home, Workspace whole) throws IOException {
        Workspace workspace = new Workspace(
                home,
                only(whole.connectors(), home.resolve("connectors"), FEEDS),
                only(whole.mappings(), home.resolve("mappings"), FEEDS),
                whole.environment());
        only(
                whole.mappings().resolve("linkage"),
                workspace.mappings().resolve("linkage"),
                List.of("child", "volunteer"));
        only(whole.mappings().resolve("rules"), workspace.mappings().resolve("rules"), List.of("kinds", "hidden"));
        only(whole.mappings(), workspace.mappings(), List.of("rights", "care", "pairing"));
        PrivateFiles.write(workspace.mappings().resolve("survivorship.yaml"), SURVIVORSHIP);
        PrivateFiles.write(workspace.mappings().resolve("wakeup.yaml"), WAKEUP);
        return workspace;
    }

    private static Path only(Path from, Path to, List<String> names) throws IOException {
        PrivateFiles.folder(to);
        for (String name : names) {
            PrivateFiles.copy(from.resolve(name + ".yaml"), to.resolve(name + ".yaml"));
        }
        return to;
    }

    private static CsvRate ofStages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select max(records) filter (where stage = 'pull'),
                               max(seconds) filter (where stage = 'pull'),
                               max(seconds) filter (where stage = 'map')
                        from ops.stage""")) {
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
