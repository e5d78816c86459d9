package org.childfile.cli.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile pairing checks}: caring mothers whose check for criminal records is missing or too old, those with children first. */
@Command(name = "checks")
final class PairingChecksCommand extends AskingCommand {

    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "pairing.division")
    private String division = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    PairingChecksCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        List<String> volunteers = new ArrayList<>();
        TextTable table = new TextTable(
                text("column.id"),
                text("digest.column.volunteer"),
                text("digest.column.division"),
                text("column.state"),
                text("digest.column.checked-on"),
                text("digest.column.children") + ">");
        try (PreparedStatement select = connection.prepareStatement("""
                select volunteer_id, name, division, state, checked_on::text as checked_on, paired
                from mart.volunteer_check
                where state in ('missing', 'lapsed') and in_post and coalesce(division, '') like ? || '%'
                order by paired desc, state desc, checked_on, volunteer_id collate "C" limit ?""")) {
            select.setString(1, division);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    volunteers.add(row.getString("volunteer_id"));
                    String name = Objects.requireNonNullElse(row.getString("name"), "–");
                    table.row(
                            row.getString("volunteer_id"),
                            reveal.reveals() ? name : Masking.name(name),
                            Objects.requireNonNullElse(row.getString("division"), "–"),
                            text("check.state." + row.getString("state")),
                            Objects.requireNonNullElse(row.getString("checked_on"), "–"),
                            row.getString("paired"));
                }
            }
        }
        door().record(
                        "list background checks",
                        volunteers,
                        List.of("name", "background_check_on"),
                        CliDoor.detail(reveal.reveals()));
        table(table);
        return ExitCode.DONE;
    }
}
