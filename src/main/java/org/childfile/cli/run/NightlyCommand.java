package org.childfile.cli.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.childfile.care.duties.DigestPost;
import org.childfile.care.duties.DigestStore;
import org.childfile.care.help.Wakeups;
import org.childfile.care.rectification.Rectification;
import org.childfile.cli.care.DigestCommand;
import org.childfile.cli.care.DigestFiles;
import org.childfile.cli.care.DigestSending;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile nightly}: one run over all feeds, or the rest of one that did not come to its end. */
@Command(name = "nightly")
public final class NightlyCommand extends RunningCommand {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    private @Nullable LocalDate date;

    @Option(names = "--digests", paramLabel = "DIR", descriptionKey = "nightly.digests")
    private @Nullable Path digests;

    @Option(names = "--wait", descriptionKey = "nightly.wait")
    private boolean wait;

    @Option(names = "--send-digests", descriptionKey = "nightly.send-digests")
    private boolean send;

    NightlyCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        // Before anything takes time: a night that begins before midnight keeps its day.
        LocalDate day = date == null ? today() : date;
        Workspace workspace = workspace();
        needVariables(workspace);
        DigestSending sending = send ? DigestSending.of(this, workspace) : null;
        try (Warehouse warehouse = Warehouse.open(shell());
                DatabaseWatch ignored = new DatabaseWatch(warehouse);
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).nightly(day, progress, Map.of());
            progress.finish();
            if (run.state() == Run.State.FAILED) {
                return report(engine, warehouse, run);
            }
            int told = wait ? tellDepartments(engine, run.day()) : ExitCode.DONE;
            int code = Math.max(report(engine, warehouse, run), told);
            if (!wait) {
                tellWhatWaits(engine);
            }
            if (digests != null) {
                writeDigests(warehouse, digests);
            }
            return sending == null ? code : Math.max(code, sent(sending, warehouse, engine.get(DigestPost.class)));
        }
    }

    private int tellDepartments(Engine engine, LocalDate day) {
        Sendings sendings = Sendings.all(engine.get(Wakeups.class), engine.get(Rectification.class), day);
        print(text("nightly.sent", sendings.sent(), sendings.followed(), sendings.failed()));
        return sendings.failed() > 0 ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    /** What the night wrote for departments is sent by who serves. */
    private void tellWhatWaits(Engine engine) {
        int waiting = engine.get(Wakeups.class).waiting()
                + engine.get(Rectification.class).waiting();
        if (waiting > 0) {
            print(text("nightly.still-to-send", waiting));
        }
    }

    private static int sent(DigestSending sending, Warehouse warehouse, DigestPost post) throws SQLException {
        try (Connection connection = warehouse.look(Warehouse.OPERATIONS)) {
            CliDoor door = CliDoor.operator(warehouse, Warehouse.OPERATIONS);
            return sending.send(DigestCommand.every(new DigestStore(connection)), post, door);
        }
    }

    private void writeDigests(Warehouse warehouse, Path directory) throws SQLException {
        try (Connection connection = warehouse.look(Warehouse.OPERATIONS)) {
            CliDoor door = CliDoor.operator(warehouse, Warehouse.OPERATIONS);
            new DigestFiles(directory).write(DigestCommand.every(new DigestStore(connection)), door, false);
        }
        print(text("digest.where", directory.toString()));
    }
}
