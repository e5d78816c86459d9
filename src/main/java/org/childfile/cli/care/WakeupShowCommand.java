package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childfile.access.privacy.Masking;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile wakeup show}: one call with its event list, its applications and what happened to them. */
@Command(name = "show")
final class WakeupShowCommand extends AskingCommand {

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
    public int look(Connection connection) throws SQLException {
        List<String> attributes = new ArrayList<>(List.of("problem"));
        TextTable items = items(connection, attributes);
        try (PreparedStatement select = connection.prepareStatement("select * from mart.wakeup where wakeup_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse("there is no call " + id + ". List them: childfile wakeup list");
                }
                String child = row.getString("child_id");
                door().record(
                                "wake-up",
                                child == null ? List.of() : List.of(child),
                                attributes,
                                CliDoor.detail(reveal.reveals()));
                print(text(
                        "wakeup.title",
                        row.getString("wakeup_id"),
                        new Words(shell().messages()).wakeupKind(row.getString("kind")),
                        text("wakeup.state." + row.getString("state")),
                        row.getString("at").substring(0, 16)));
                print(text("wakeup.child", child == null ? text("wakeup.child.unknown") : child));
                words(row.getBytes("words_sealed"));
            }
        }
        section("wakeup.items", items);
        section("wakeup.applications", applications(connection));
        section("wakeup.history", history(connection));
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

    private TextTable items(Connection connection, List<String> attributes) throws SQLException {
        AttributeCatalogue catalogue = AttributeCatalogue.of(Population.CHILD);
        Sealed sealed = new Sealed(keys());
        Shown masks = new Shown(reveal.reveals());
        TextTable table = new TextTable(text("column.attribute"), text("column.value"), text("column.record"));
        try (PreparedStatement select =
                connection.prepareStatement("select * from mart.wakeup_item where wakeup_id = ? order by number")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String attribute = row.getString("attribute");
                    attributes.add(attribute);
                    byte[] box = row.getBytes("value_sealed");
                    String value = box == null
                            ? plain(clear(row.getString("value")))
                            : String.valueOf(sealed.value(id, row.getInt("number"), box));
                    String key = row.getString("source_key");
                    table.row(
                            catalogue.find(attribute).map(this::label).orElse(attribute),
                            masks.value(attribute, value),
                            key == null
                                    ? row.getString("feed")
                                    : masks.key(keys().tokens().clear(row.getString("feed"), key)));
                }
            }
        }
        return table;
    }

    private static String plain(@org.jspecify.annotations.Nullable String json) {
        return json == null ? "–" : json.replaceAll("^\"|\"$", "");
    }

    private TextTable applications(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.department"),
                text("column.state"),
                text("column.deadline"),
                text("column.receipt"),
                text("column.attention"));
        try (PreparedStatement select = connection.prepareStatement(
                "select * from mart.application where wakeup_id = ? order by urgent desc, template")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String beneath = row.getString("state").equals("overdue")
                            ? " (" + shell().messages().text("application.state." + row.getString("beneath")) + ")"
                            : "";
                    String attention = row.getString("attention");
                    table.row(
                            row.getString("template"),
                            shell().messages().text("application.state." + row.getString("state")) + beneath,
                            row.getString("deadline"),
                            row.getString("receipt") == null ? "–" : row.getString("receipt"),
                            attention == null ? "" : shell().messages().text("reason." + attention));
                    if (row.getString("message") != null) {
                        table.row("", "", "", "", row.getString("message"));
                    }
                }
            }
        }
        return table;
    }

    private TextTable history(Connection connection) throws SQLException {
        Sealed sealed = new Sealed(keys());
        TextTable table = new TextTable(
                text("column.moment"),
                text("column.department"),
                text("column.state"),
                text("column.actor"),
                text("column.note"));
        try (PreparedStatement select = connection.prepareStatement("""
                select e.*, a.template, to_char(e.at, 'MM-DD HH24:MI:SS') as moment
                from mart.application_event e join mart.application a using (application_id)
                where e.wakeup_id = ? order by e.at, e.application_id, e.number""")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] said = row.getBytes("said_sealed");
                    String code = row.getString("code");
                    String note = said != null
                            ? shown(sealed.answer(row.getString("application_id"), row.getInt("number"), said))
                            : code == null ? "" : shell().messages().text("reason." + code);
                    table.row(
                            row.getString("moment"),
                            row.getString("template"),
                            shell().messages().text("application.state." + row.getString("state")),
                            row.getString("actor"),
                            note);
                }
            }
        }
        return table;
    }
}
