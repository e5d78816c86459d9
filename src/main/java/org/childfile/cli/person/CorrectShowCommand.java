package org.childfile.cli.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.childfile.access.erasure.Correction;
import org.childfile.access.erasure.Corrections;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.care.rectification.Rectification;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile correct show NUMBER}: which departments were told of a correction, and what became of each request. */
@Command(name = "show")
final class CorrectShowCommand extends SubjectCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "correct.undo.number")
    private long number;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    CorrectShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        try (Warehouse warehouse = Warehouse.open(shell());
                Connection connection = warehouse.read()) {
            Correction correction = new Corrections(warehouse.service(), warehouse.keys())
                    .find(number)
                    .orElseThrow(() -> WrongUse.of("wrong.no-correction", number));
            door(warehouse)
                    .under(this, reveal)
                    .record(
                            "corrections",
                            List.of(correction.personId()),
                            List.of(correction.attribute()),
                            CliDoor.detail(reveal.reveals()));
            Words words = new Words(shell().messages());
            print(text(
                    "correct.show",
                    String.valueOf(number),
                    correction.personId(),
                    correction.attribute(),
                    text("correction." + CorrectListCommand.written(correction.state())),
                    correction.actor(),
                    words.moment(correction.at())));
            AskedReads reads = warehouse.reads(connection);
            List<RequestRows.Request> requests = new RequestRows(shell().messages(), reads).of(number);
            if (requests.isEmpty()) {
                print(text("correct.show.none"));
            }
            for (RequestRows.Request each : requests) {
                print("");
                say(text(
                        "correct.show.request",
                        each.department(),
                        each.state(),
                        each.deadline(),
                        each.sent(),
                        each.receipt(),
                        each.id()));
                if (!each.attention().equals("–")) {
                    say(text("correct.show.attention", each.attention()));
                }
                events(reads, warehouse, each.id());
            }
        }
        return ExitCode.DONE;
    }

    private void events(AskedReads reads, Warehouse warehouse, String request) throws SQLException {
        TextTable table = new TextTable(
                text("column.moment"),
                text("column.state"),
                text("column.actor"),
                text("column.code"),
                text("column.said"));
        for (Row row : reads.rows(ReadQuery.of("correction-request-events").with("id", request))) {
            byte[] said = row.bytes("said");
            String answer = said == null
                    ? ""
                    : reveal.reveals()
                            ? Rectification.answer(warehouse.keys(), request, (int) row.number("number"), said)
                            : "…";
            table.row(
                    row.minute("at", "–"),
                    text("request.state." + row.text("state").replace('_', '-')),
                    row.textOrNull("actor"),
                    row.text("code", ""),
                    answer);
        }
        table.lines().forEach(this::print);
    }
}
