package org.childfile.cli.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.childfile.access.privacy.Masking;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.LookingCommand;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.TextTable;
import org.childfile.ingest.landing.Sealing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile quarantine list}. */
@Command(name = "list")
final class QuarantineListCommand extends LookingCommand {

    @Option(names = "--feed", paramLabel = "FEED", descriptionKey = "option.feed")
    private @Nullable String feed;

    @Option(names = "--pull", paramLabel = "PULL", descriptionKey = "quarantine.pull")
    private @Nullable Long pull;

    @Option(names = "--all", descriptionKey = "quarantine.all")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "option.limit")
    private int limit;

    QuarantineListCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(Connection connection) throws SQLException {
        TextTable table = new TextTable(
                text("column.number") + ">",
                text("column.feed"),
                text("column.place"),
                text("column.reason"),
                text("column.field"),
                text("column.text"));
        int rows = 0;
        try (PreparedStatement select = connection.prepareStatement("""
            select q.*, t.sealed_text from ops.quarantine q
            join landing.quarantine t using (quarantine_id)
            where (? or q.resolved is null) and (?::text is null or q.feed = ?) and (?::bigint is null or q.pull_id = ?)
            order by quarantine_id desc limit ?""")) {
            select.setBoolean(1, all);
            select.setString(2, feed);
            select.setString(3, feed);
            select.setObject(4, pull, Types.BIGINT);
            select.setObject(5, pull, Types.BIGINT);
            select.setInt(6, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    table.row(
                            row.getString("quarantine_id"),
                            row.getString("feed"),
                            row.getString("place"),
                            row.getString("reason"),
                            row.getString("field"),
                            shown(row));
                }
            }
        }
        door().record("quarantine list", List.of(), List.of("text"), CliDoor.detail(false) + ", rows " + rows);
        table(table);
        return ExitCode.DONE;
    }

    /** The offending text: masked, unless the words are the program's own. */
    private String shown(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed_text");
        String stored = row.getString("text");
        if (sealed == null) {
            return stored;
        }
        String clear = new Sealing(keys()).openText(row.getLong("pull_id"), row.getInt("seq"), sealed);
        return stored.equals(Masking.stored(clear)) ? Masking.text(clear) : stored;
    }
}
