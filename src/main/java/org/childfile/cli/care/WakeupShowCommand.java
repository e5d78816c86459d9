package org.childfile.cli.care;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Masking;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.access.readmodel.Row;
import org.childfile.care.help.Sealed;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Shown;
import org.childfile.cli.terminal.TextTable;
import org.childfile.cli.terminal.Words;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.mapping.AttributeCatalogue;
import org.childfile.ingest.mapping.Population;
import org.childfile.ingest.mapping.ValueWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile wakeup show}: one call with its event list, its applications and what happened to them. */
@Command(name = "show")
final class WakeupShowCommand extends AskingCommand {

    /** Where in an ISO 8601 moment the month begins, and where the second ends. */
    private static final int MONTH = 5;

    private static final int SECOND = 19;

    @Parameters(paramLabel = "ID", descriptionKey = "wakeup.id")
    private String id = "";

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    WakeupShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        List<String> attributes = new ArrayList<>(List.of("problem"));
        TextTable items = items(reads, attributes);
        Row call = reads.one(ReadQuery.of("wakeup").with("id", id)).orElseThrow(() -> WrongUse.of("wrong.no-call", id));
        String child = call.textOrNull("child_id");
        door().record(
                        "wake-up",
                        child == null ? List.of() : List.of(child),
                        attributes,
                        CliDoor.detail(reveal.reveals()));
        print(text(
                "wakeup.title",
                call.text("wakeup_id"),
                new Words(shell().messages()).wakeupKind(call.textOrNull("kind")),
                text("wakeup.state." + call.text("state")),
                call.minute("at", "–")));
        print(text("wakeup.child", child == null ? text("wakeup.child.unknown") : child));
        words(call.bytes("words_sealed"));
        List<Row> applications = reads.rows(ReadQuery.of("wakeup-letters").with("id", id));
        section("wakeup.items", items);
        section("wakeup.applications", applications(applications));
        section("wakeup.history", history(reads, applications));
        return ExitCode.DONE;
    }

    private void section(String title, TextTable table) {
        print("");
        print(shell().messages().text(title));
        table(table);
    }

    private void words(byte @org.jspecify.annotations.Nullable [] sealed) throws SQLException {
        if (sealed == null) {
            return;
        }
        Map<String, String> said = new Sealed(keys()).words(id, sealed);
        print(text("wakeup.said", shown(said.getOrDefault("words", ""))));
        if (said.containsKey("photo")) {
            print(text("wakeup.said.photo", shown(said.getOrDefault("photo", ""))));
        }
        if (said.containsKey("reason")) {
            print(text("wakeup.said.reason", shown(said.getOrDefault("reason", ""))));
        }
    }

    private String shown(String text) {
        return reveal.reveals() ? text : Masking.text(text);
    }

    private TextTable items(AskedReads reads, List<String> attributes) throws SQLException {
        AttributeCatalogue catalogue = AttributeCatalogue.of(Population.CHILD);
        Sealed sealed = new Sealed(keys());
        Shown masks = new Shown(reveal.reveals());
        ValueWords words = ValueWords.withCodes(shell().messages().bundle().getLocale());
        TextTable table = new TextTable(text("column.attribute"), text("column.value"), text("column.record"));
        for (Row row : reads.rows(ReadQuery.of("wakeup-items").with("id", id))) {
            String attribute = row.text("attribute");
            attributes.add(attribute);
            byte[] box = row.bytes("value_sealed");
            String value = box == null
                    ? row.text("value", "").replaceAll("^\"|\"$", "")
                    : String.valueOf(sealed.value(id, (int) row.number("number"), box));
            String key = row.textOrNull("source_key");
            String seen = masks.value(attribute, value);
            table.row(
                    catalogue.find(attribute).map(this::label).orElse(attribute),
                    catalogue
                            .find(attribute)
                            .map(known -> words.of(known, seen))
                            .orElse(seen),
                    key == null ? row.text("feed") : masks.key(keys().tokens().clear(row.text("feed"), key)));
        }
        return table;
    }

    private TextTable applications(List<Row> applications) {
        TextTable table = new TextTable(
                text("column.department"),
                text("column.state"),
                text("column.deadline"),
                text("column.receipt"),
                text("column.attention"));
        for (Row row : applications) {
            String beneath = row.text("state").equals("overdue") ? " (" + state(row.text("beneath")) + ")" : "";
            String attention = row.textOrNull("attention");
            table.row(
                    row.textOrNull("template"),
                    state(row.text("state")) + beneath,
                    row.textOrNull("deadline"),
                    row.text("receipt", "–"),
                    attention == null ? "" : shell().messages().text("reason." + attention));
            String message = row.textOrNull("message");
            if (message != null) {
                table.row("", "", "", "", message);
            }
        }
        return table;
    }

    private TextTable history(AskedReads reads, List<Row> applications) throws SQLException {
        Sealed sealed = new Sealed(keys());
        Map<String, String> departments = new HashMap<>();
        applications.forEach(row -> departments.put(row.text("application_id"), row.text("template")));
        TextTable table = new TextTable(
                text("column.moment"),
                text("column.department"),
                text("column.state"),
                text("column.actor"),
                text("column.note"));
        for (Row row : reads.rows(ReadQuery.of("wakeup-events").with("id", id))) {
            String department = departments.get(row.text("application_id"));
            if (department == null) {
                continue;
            }
            byte[] said = row.bytes("said_sealed");
            String code = row.textOrNull("code");
            String note = said != null
                    ? shown(sealed.answer(row.text("application_id"), (int) row.number("number"), said))
                    : code == null ? "" : shell().messages().text("reason." + code);
            table.row(
                    row.text("at").substring(MONTH, SECOND).replace('T', ' '),
                    department,
                    state(row.text("state")),
                    row.textOrNull("actor"),
                    note);
        }
        return table;
    }

    private String state(String state) {
        return shell().messages().text("application.state." + state);
    }
}
