package org.childfile.cli.person;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile correct list}: the corrections of files, the latest first. */
@Command(name = "list")
final class CorrectListCommand extends SubjectCommand {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    CorrectListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read()) {
            RequestRows requests = new RequestRows(shell().messages(), warehouse.reads(connection));
            List<Correction> latest = new Corrections(warehouse.service(), warehouse.keys()).latest(limit);
            if (latest.isEmpty()) {
                print(text("none"));
                return ExitCode.DONE;
            }
            TextTable table = new TextTable(
                    text("column.number") + ">",
                    text("column.id"),
                    text("column.attribute"),
                    text("column.value"),
                    text("column.state"),
                    text("column.actor"),
                    text("column.moment"),
                    text("column.proof"),
                    text("column.requests"));
            List<String> persons = new ArrayList<>();
            for (Correction each : latest) {
                persons.add(each.personId());
                table.row(
                        String.valueOf(each.number()),
                        each.personId(),
                        each.attribute(),
                        shown(each.value()),
                        text("correction." + written(each.state())),
                        each.actor(),
                        new Words(shell().messages()).moment(each.at()),
                        shown(each.proof()),
                        requests.cell(each.number()));
            }
            door(warehouse)
                    .under(this, reveal)
                    .record(
                            "corrections",
                            persons,
                            latest.stream()
                                    .map(Correction::attribute)
                                    .distinct()
                                    .toList(),
                            CliDoor.detail(reveal.reveals()));
            table.lines().forEach(this::print);
            return ExitCode.DONE;
        }
    }

    static String written(Correction.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String shown(@Nullable Object value) {
        return value == null ? "–" : reveal.reveals() ? value.toString() : Masking.text(value.toString());
    }
}
