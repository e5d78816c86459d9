package org.childfile.cli.run;

import java.util.List;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TerminalProgress;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.jobs.HeldPulls;
import org.childfile.jobs.Run;
import org.childfile.jobs.Runs;
import org.childfile.jobs.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code childfile quarantine replay}: maps what was set aside once more, after a mapping was mended. */
@Command(name = "replay")
final class QuarantineReplayCommand extends RunningCommand {

    @Parameters(paramLabel = "FEED", arity = "0..1", descriptionKey = "option.feed")
    private @Nullable String feed;

    QuarantineReplayCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = workspace();
        try (Warehouse warehouse = Warehouse.open(shell());
                Engine engine = Engine.start(warehouse.logins(), workspace)) {
            HeldPulls held = engine.get(HeldPulls.class);
            List<String> feeds = feed == null ? held.feeds() : List.of(feed);
            CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("quarantine replay", "feeds " + feeds.size());
            int count = feeds.stream().mapToInt(held::replay).sum();
            int unread = feeds.stream().mapToInt(held::unreadable).sum();
            print(text("quarantine.replayed", count));
            if (unread > 0) {
                print(text("quarantine.unreadable", unread));
            }
            if (count == 0) {
                return ExitCode.DONE;
            }
            TerminalProgress progress = shell().progress();
            Run run = engine.get(Runs.class).replay(today(), progress);
            progress.finish();
            int still = feeds.stream().mapToInt(held::quarantined).sum();
            print(text("quarantine.result", Math.max(0, count - still), still));
            return report(engine, warehouse, run);
        }
    }
}
