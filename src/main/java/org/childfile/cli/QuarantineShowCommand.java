package org.childfile.cli;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.childfile.privacy.Masking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code childfile quarantine show NUMBER}. */
@Command(name = "show")
final class QuarantineShowCommand extends LookingCommand {

    @Parameters(paramLabel = "NUMBER", descriptionKey = "quarantine.number")
    private long number;

    @Option(names = "--reveal", descriptionKey = "option.reveal")
    private boolean reveal;

    QuarantineShowCommand(Shell shell) {
        super(shell);
    }

    @Override
    int look(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select q.*, r.content from ops.quarantine q
                left join landing.record r on r.pull_id = q.pull_id and r.seq = q.seq
                where q.quarantine_id = ?""")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new WrongUse(
                            "there is no quarantine entry " + number + ". List them: childfile quarantine list");
                }
                for (String column :
                        new String[] {"feed", "place", "source_key", "reason", "field", "text", "since", "resolved"}) {
                    boolean personal = column.equals("text") || column.equals("source_key");
                    String value = row.getString(column);
                    print("%-12s %s"
                            .formatted(
                                    column, value == null ? "–" : personal && !reveal ? Masking.text(value) : value));
                }
                byte[] content = row.getBytes("content");
                if (reveal && content != null) {
                    print("");
                    print(new String(content, 0, Math.min(4000, content.length), StandardCharsets.UTF_8));
                }
            }
        }
        return ExitCode.DONE;
    }
}
