package org.childfile.cli.person;

import java.util.ArrayList;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.files.digitalfile.Finding;
import org.childfile.files.digitalfile.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile hidden findings}: what was found at the doors, the latest first. */
@Command(name = "findings")
final class HiddenFindingsCommand extends CommandBase {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    HiddenFindingsCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell())) {
            TextTable table = new TextTable(
                    text("column.number") + ">",
                    text("column.id"),
                    text("column.kind"),
                    text("column.found"),
                    text("column.found-on"),
                    text("column.actor"),
                    text("column.reason"));
            List<String> persons = new ArrayList<>();
            for (Finding each : new Findings(warehouse.service(), warehouse.keys()).latest(limit)) {
                persons.add(each.childId());
                String found = text("hidden.result." + each.result().written());
                table.row(
                        String.valueOf(each.number()),
                        each.childId(),
                        each.rule(),
                        each.undone() == null ? found : text("hidden.taken-back", found),
                        each.foundOn().toString(),
                        each.actor(),
                        shown(each.reason()));
            }
            CliDoor.operator(warehouse, Warehouse.OPERATIONS)
                    .under(this, reveal)
                    .record("findings", persons, List.of("kinds"), CliDoor.detail(reveal.reveals()));
            if (table.isEmpty()) {
                print(text("none"));
            } else {
                table.lines().forEach(this::print);
            }
            return ExitCode.DONE;
        }
    }

    private String shown(@Nullable String reason) {
        return reason == null ? "–" : reveal.reveals() ? reason : Masking.text(reason);
    }
}
