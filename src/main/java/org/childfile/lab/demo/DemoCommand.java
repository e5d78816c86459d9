package org.childfile.lab.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.childfile.care.help.Wakeups;
import org.childfile.care.rectification.Rectification;
import org.childfile.cli.care.CoverageCommand;
import org.childfile.cli.run.Sendings;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.database.DatabaseLogins;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.childfile.lab.departments.Departments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code childfile demo}: the mocked departments, one night over them, and what to look at next. */
@Command(name = "demo")
final class DemoCommand extends RunningCommand {

    @Option(names = "--nights", paramLabel = "N", defaultValue = "1")
    private int nights;

    DemoCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Path world = Shell.directory(null, shell().root().resolve("sample-feeds"));
        JsonNode about = JsonMapper.shared().readTree(Files.readAllBytes(world.resolve("world.json")));
        if (nights < 1 || nights > about.path("nights").size()) {
            throw WrongUse.of("wrong.demo-nights", about.path("nights").size());
        }
        shell().err().println(text("demo.departments"));
        try (Departments departments = Departments.start(world, 0, "127.0.0.1");
                Warehouse warehouse = Warehouse.open(shell())) {
            Workspace workspace = workspace().with(departments.environment());
            try (Engine engine = Engine.start(warehouse.logins(), workspace)) {
                int code = ExitCode.DONE;
                for (int night = 1; night <= nights && code == ExitCode.DONE; night++) {
                    departments.night(night);
                    LocalDate day = LocalDate.parse(
                            about.path("nights").get(night - 1).path("date").asString());
                    TerminalProgress progress = shell().progress();
                    Run run = engine.get(Runs.class).nightly(day, progress, Map.of());
                    progress.finish();
                    Sendings.all(engine.get(Wakeups.class), engine.get(Rectification.class), day);
                    code = report(engine, warehouse, run);
                    print("");
                }
                if (code == ExitCode.DONE) {
                    theMorningAfter(engine, warehouse, about, nights);
                }
                print(text("demo.next"));
                return code;
            }
        }
    }

    /** The departments have worked meanwhile, and persons have decided; then the picture of the city. */
    private void theMorningAfter(Engine engine, Warehouse warehouse, JsonNode about, int night) throws Exception {
        LocalDate day =
                LocalDate.parse(about.path("nights").get(night - 1).path("date").asString());
        Wakeups.Round round = engine.get(Wakeups.class).follow(day.plusDays(1));
        Shell open = onOpen(warehouse.logins());
        try (Connection connection = warehouse.logins().program().connect()) {
            int made = new DemoPersons(open).decide(connection);
            print(text("demo.wakeups", round.followed(), round.overdue(), made));
        }
        print("");
        print(text("coverage.title"));
        new CoverageCommand(open).call();
        print("");
    }

    /** This shell for further commands of this process, which holds the embedded database already. */
    private Shell onOpen(DatabaseLogins logins) {
        Map<String, String> environment = new HashMap<>(shell().environment());
        environment.put("CHILDFILE_DB_URL", logins.program().url());
        environment.put("CHILDFILE_DB_WRITER_USER", logins.program().user());
        environment.put("CHILDFILE_DB_WRITER_PASSWORD", logins.program().password());
        environment.put("CHILDFILE_DB_READER_USER", logins.door().user());
        environment.put("CHILDFILE_DB_READER_PASSWORD", logins.door().password());
        return shell().within(shell().out(), shell().err(), environment);
    }
}
