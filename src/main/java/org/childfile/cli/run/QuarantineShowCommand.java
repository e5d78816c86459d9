package org.childfile.cli.run;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.ingest.landing.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code childfile quarantine show NUMBER}. */
@Command(name = "show")
final class QuarantineShowCommand extends LookingCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "quarantine.number")
    private long number;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    QuarantineShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
            select q.*, t.sealed_text, t.sealed_resolution, r.content from ops.quarantine q
            join landing.quarantine t using (quarantine_id)
            left join landing.record r on r.pull_id = q.pull_id and r.seq = q.seq
            where q.quarantine_id = ?""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse(
                            "there is no quarantine entry " + number + ". List them: childfile quarantine list");
                }
                door().record(
                                "quarantine",
                                persons(connection, row.getString("feed"), row.getString("source_key")),
                                reveal.reveals() ? List.of("content") : List.of(row.getString("field")),
                                "entry " + number + ", " + CliDoor.detail(reveal.reveals()));
                for (String column : new String[] {
                    "feed",
                    "place",
                    "source_key",
                    "reason",
                    "field",
                    "text",
                    "since",
                    "resolved",
                    "resolution",
                    "resolved_by"
                }) {
                    boolean key = column.equals("source_key") && !reveal.reveals();
                    String value = row.getString(column);
                    print("%-12s %s".formatted(column, value == null ? "–" : key ? Masking.text(value) : value));
                }
                if (reveal.reveals()) {
                    reveal(row, keys());
                }
            }
        }
        return ExitCode.DONE;
    }

    /** The person that the record belongs to by what was known of it before; none for one that never was linked. */
    private static List<String> persons(Connection connection, String feed, @Nullable String key) throws SQLException {
        List<String> persons = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select person_id from mart.membership where feed = ? and source_key = ?")) {
            select.setString(1, feed);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    persons.add(row.getString(1));
                }
            }
        }
        return persons;
    }

    /** What the masks hide, and the record as it came. */
    private void reveal(ResultSet row, Keyring keys) throws SQLException {
        Sealing sealing = new Sealing(keys);
        long pull = row.getLong("pull_id");
        int seq = row.getInt("seq");
        byte[] text = row.getBytes("sealed_text");
        byte[] content = row.getBytes("content");
        print("");
        if (row.getString("source_key") != null) {
            print("%-12s %s".formatted("source_key", keys.tokens().clear(row.getString("source_key"))));
        }
        if (text != null) {
            print("%-12s %s".formatted("text", sealing.openText(pull, seq, text)));
        }
        byte[] why = row.getBytes("sealed_resolution");
        if (why != null) {
            print("%-12s %s".formatted("why", sealing.openResolution(number, why)));
        }
        if (content != null) {
            byte[] opened = sealing.openContent(pull, seq, content);
            print("");
            print(new String(opened, 0, Math.min(4000, opened.length), StandardCharsets.UTF_8));
        }
    }
}
