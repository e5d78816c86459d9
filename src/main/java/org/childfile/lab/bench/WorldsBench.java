package org.childfile.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.childfile.access.privacy.Keyring;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Runs;
import org.childfile.lab.departments.Departments;
import org.childfile.lab.registers.LinkageScore;
import org.childfile.lab.registers.WorldWriter;
import org.childfile.lab.world.WorldPlan;
import org.childfile.storage.PrivateFiles;
import org.springframework.util.FileSystemUtils;

/** Measures how well a night links made worlds, by their truth: one after the other, each in a warehouse of its own. */
final class WorldsBench {

    private static final String MEMBERS = "select feed || '/' || source_key || '=' || person_id from mart.membership";
    /** Of all records that are somebody's, how many stand in a pair that a person is asked about. */
    private static final String ASKED = """
        select count(distinct r.record)::float8 / greatest((select count(*) from linkage.membership), 1)
        from linkage.review_pair p cross join lateral (values (p.a), (p.b)) r (record)""";

    private final CommandBase command;
    private final int children;
    private final double mistakes;

    WorldsBench(CommandBase command, int children, double mistakes) {
        this.command = command;
        this.children = children;
        this.mistakes = mistakes;
    }

    /** Prints a table in Markdown, a row a world, and the sum of people who were merged. */
    int run(int worlds, long firstSeed) throws Exception {
        command.print(command.text("bench.worlds.head", children, mistakes));
        command.print("| --- | --- | --- | --- | --- | --- | --- |");
        long merged = 0;
        for (long seed = firstSeed; seed < firstSeed + worlds; seed++) {
            merged += world(seed).mergedPeople();
        }
        command.print(command.text("bench.worlds.merged", worlds, merged));
        return merged == 0 ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private LinkageScore world(long seed) throws Exception {
        Path home = command.shell().home().resolve("bench-world-" + seed);
        FileSystemUtils.deleteRecursively(home);
        PrivateFiles.folder(home);
        Path files = home.resolve("world");
        WorldWriter.write(WorldPlan.of(children, seed).withMistakes(mistakes), files, line -> {});
        Shell own = command.shell().at(home);
        try (Departments departments = Departments.start(files, 0, "127.0.0.1");
                Warehouse warehouse = Warehouse.open(own)) {
            try (Engine engine =
                    Engine.start(warehouse.logins(), own.workspace(null, null).with(departments.environment()))) {
                departments.night(1);
                engine.get(Runs.class).nightly(LocalDate.of(2026, 11, 21), own.progress(), Map.of());
            }
            return score(files, warehouse, seed);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private LinkageScore score(Path files, Warehouse warehouse, long seed) throws SQLException, IOException {
        Keyring keys = warehouse.keys();
        List<String> members = new ArrayList<>();
        double asked;
        try (Connection connection = warehouse.logins().program().connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(MEMBERS)) {
                while (row.next()) {
                    members.add(keys.clear(row.getString(1)));
                }
            }
            try (ResultSet row = statement.executeQuery(ASKED)) {
                row.next();
                asked = row.getDouble(1);
            }
        }
        LinkageScore score = LinkageScore.ofRows(files, members);
        command.print(String.format(
                Locale.ROOT,
                "| %d | %.6f | %.6f | %.6f | %d | %d | %.2f %% |",
                seed,
                score.precision(),
                score.recall(),
                score.bCubed(),
                score.mergedPeople(),
                score.mergedTwins().size(),
                100 * asked));
        return score;
    }
}
