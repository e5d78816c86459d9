package org.childfile.cli.person;

import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.cli.terminal.AnswerTerms;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.RunningCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.SubjectCommand;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.files.digitalfile.Findings.Said;
import org.childfile.jobs.FieldFindings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile hidden}: the hidden children, counted by district, listed, or as a list for the door and back. */
@Command(
        name = "hidden",
        subcommands = {
            HiddenShowCommand.class,
            HiddenConfirmCommand.class,
            HiddenNotSoCommand.class,
            HiddenKnownCommand.class,
            HiddenFindingsCommand.class,
            HiddenUndoCommand.class
        })
public final class HiddenCommand extends RunningCommand {

    private static final List<String> COUNTS =
            List.of("division", "children", "open", "confirmed", "known", "kind_11", "kind_12", "kind_31", "kind_32");

    @Option(
            names = {"--district", "--township", "--division"},
            paramLabel = "CODE",
            descriptionKey = "hidden.division")
    private @Nullable String division;

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "hidden.csv")
    private @Nullable Path csv;

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "hidden.from")
    private @Nullable Path from;

    @Option(names = "--all", descriptionKey = "hidden.all")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "500", descriptionKey = "option.limit")
    private int limit;

    @Option(names = "--actor", paramLabel = "NAME", descriptionKey = "option.actor")
    private @Nullable String actor;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            defaultValue = Warehouse.OPERATIONS,
            descriptionKey = "option.purpose")
    private String purpose = Warehouse.OPERATIONS;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    HiddenCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws Exception {
        if (division != null && !division.matches("[0-9]{2,12}")) {
            throw WrongUse.of("wrong.district", division);
        }
        try (Warehouse warehouse = Warehouse.open(shell())) {
            if (from != null) {
                return takeIn(warehouse, from);
            }
            try (Connection connection = warehouse.look(purpose)) {
                if (division == null && csv == null) {
                    CliDoor.operator(warehouse, purpose).note("hidden counts", "");
                    counts(warehouse.reads(connection));
                } else {
                    list(warehouse, warehouse.reads(connection));
                }
            }
            return ExitCode.DONE;
        }
    }

    private void counts(AskedReads reads) {
        TextTable table = new TextTable(COUNTS.stream()
                .map(column -> text("hidden.column." + column) + (column.equals("division") ? "" : ">"))
                .toArray(String[]::new));
        for (Row row : reads.rows(ReadQuery.of("hidden-counts"))) {
            table.row(COUNTS.stream()
                    .map(column -> row.text(column, text("hidden.nowhere")))
                    .toArray(String[]::new));
        }
        if (table.isEmpty()) {
            print(text("none"));
            return;
        }
        table.lines().forEach(this::print);
        say(text("hidden.next"));
    }

    private void list(Warehouse warehouse, AskedReads reads) throws Exception {
        List<HiddenRow> rows = new HiddenList(
                        reads, warehouse.keys(), new Shown(reveal.reveals()), new EvidenceText(shell().messages()))
                .rows(division == null ? "" : division, all, csv == null ? limit : Integer.MAX_VALUE);
        CliDoor.operator(warehouse, purpose)
                .under(AnswerTerms.of(warehouse, this, reveal, csv != null))
                .record(
                        csv == null ? "hidden children" : "export",
                        rows.stream().map(HiddenRow::childId).toList(),
                        HiddenRow.ATTRIBUTES,
                        CliDoor.detail(reveal.reveals()));
        if (csv != null) {
            HiddenSheet.write(csv, rows);
            print(text("hidden.written", csv, rows.size()));
            return;
        }
        TextTable table = new TextTable(
                text("column.id"),
                text("column.kind"),
                text("column.name"),
                text("column.born"),
                text("hidden.column.division"),
                text("column.since"),
                text("column.found"));
        rows.forEach(row ->
                table.row(row.childId(), row.kind(), row.name(), row.born(), row.division(), row.since(), found(row)));
        if (table.isEmpty()) {
            print(text("none"));
        } else {
            table.lines().forEach(this::print);
        }
    }

    private String found(HiddenRow row) {
        return !row.note().isEmpty()
                ? text("hidden.changed")
                : row.finding().isEmpty() ? "" : text("hidden.result." + row.finding());
    }

    /** Bad lines cost only themselves. */
    private int takeIn(Warehouse warehouse, Path file) throws Exception {
        String by = decidedBy(actor);
        List<HiddenSheet.Line> lines = lines(file, by);
        int taken = 0;
        int bad = 0;
        try (Engine engine = Engine.start(warehouse.logins(), workspace())) {
            for (HiddenSheet.Line line : lines) {
                String wrong = switch (line) {
                    case HiddenSheet.Line.Bad(long number, String message) -> number + ": " + message;
                    case HiddenSheet.Line.Found(long number, Said said) ->
                        take(warehouse, engine.get(FieldFindings.class), number, said);
                };
                if (wrong.isEmpty()) {
                    taken++;
                } else {
                    bad++;
                    print(file + ":" + wrong);
                }
            }
        }
        print(text("hidden.taken", taken, bad));
        return bad == 0 ? ExitCode.DONE : ExitCode.ATTENTION;
    }

    private List<HiddenSheet.Line> lines(Path file, String by) throws Exception {
        try {
            return HiddenSheet.read(file, by, today());
        } catch (NoSuchFileException e) {
            throw WrongUse.of("wrong.no-such-file", file);
        } catch (CharacterCodingException e) {
            throw WrongUse.of("wrong.not-utf8", file);
        }
    }

    /** Keeps what a line says; empty, or what is wrong with it. */
    private String take(Warehouse warehouse, FieldFindings findings, long number, Said said) throws SQLException {
        String person;
        try {
            person = SubjectCommand.livingPerson(warehouse, said.childId());
        } catch (WrongUse unknown) {
            return number + ": child_id: there is no such child";
        }
        CliDoor.operator(warehouse, purpose)
                .record(
                        "finding",
                        List.of(person),
                        List.of("kinds"),
                        said.result().written());
        boolean kept = !findings.say(
                        new Said(person, said.rule(), said.result(), said.foundOn(), said.reason(), said.actor()))
                .isEmpty();
        return kept ? "" : String.format(Locale.ROOT, "%d: child_id: this child is no hidden one by that kind", number);
    }
}
