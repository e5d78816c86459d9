package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.care.help.ApplicationTemplate.Telephone;
import org.childfile.care.help.Wakeups;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that works on calls for help. */
abstract class WakeupWork extends RunningCommand {

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            defaultValue = Warehouse.OPERATIONS,
            descriptionKey = "option.purpose")
    private String purpose = Warehouse.OPERATIONS;

    WakeupWork(Shell shell) {
        super(shell);
    }

    /** What is done, in a word for the log. */
    abstract String doing();

    /** Works, on a warehouse that is open. */
    abstract int work(Warehouse warehouse, Wakeups wakeups) throws Exception;

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            warehouse.read().close();
            try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
                CliDoor.operator(warehouse, Warehouse.OPERATIONS).note("wake-ups worked on", doing());
                return work(warehouse, engine.get(Wakeups.class));
            }
        }
    }

    /** Ends the command where the person at the machine may not be told of a call for the purpose, as where there is none. */
    void needSeen(Warehouse warehouse, String id) throws SQLException {
        List<String> children = new ArrayList<>();
        try (Connection connection = warehouse.look(purpose)) {
            Row call = warehouse
                    .reads(connection)
                    .one(ReadQuery.of("wakeup").with("id", id))
                    .orElseThrow(() -> noSuch(id));
            if (call.textOrNull("child_id") != null) {
                children.add(call.text("child_id"));
            }
        }
        CliDoor.operator(warehouse, purpose).record("wake-up", children, List.of("problem"), "");
    }

    /** Who acts. */
    String actor() {
        return decidedBy(actor);
    }

    /** Prints what a round did; says by the exit code whether something went wrong. */
    int tell(Wakeups.Round round) {
        print(text("wakeup.round", round.sent(), round.followed(), round.overdue(), round.failed()));
        return round.failed() + round.overdue() > 0 ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    /** Prints whom to telephone at once. */
    void callNow(List<Telephone> telephones) {
        print(text("wakeup.call-now"));
        boolean english = shell().messages().bundle().getLocale().equals(Locale.ENGLISH);
        telephones.forEach(each -> print("  " + each.number() + "  " + (english ? each.en() : each.zh())));
    }

    static WrongUse noSuch(String id) {
        return WrongUse.of("wrong.no-open-call", id);
    }
}
