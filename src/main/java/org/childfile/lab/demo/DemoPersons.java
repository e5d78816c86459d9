package org.childfile.lab.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.childfile.cli.main.CommandLineOfChildfile;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;

/**
 * What persons do on the morning after the demo's night, by the commands that they have for it, so that each state can be
 * looked at: proposals are confirmed and rejected, hidden children are found at the door or not, a missed duty is excused.
 */
final class DemoPersons {

    private final Shell shell;

    /**
     * @param shell of the warehouse that the demo has open; what the commands print is not shown
     */
    DemoPersons(Shell shell) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.shell = shell.within(nowhere, nowhere, shell.environment());
    }

    /** Decides about the first that there are of each; how many decisions were made. */
    int decide(Connection connection) throws SQLException {
        List<String[]> commands = new ArrayList<>();
        List<String> proposed = texts(connection, """
                select pairing_id from pairing.pairing where state = 'proposed'
                order by length(pairing_id), pairing_id collate "C" limit 2""");
        for (int i = 0; i < proposed.size(); i++) {
            commands.add(
                    i == 0
                            ? new String[] {"pairing", "reject", proposed.get(i), "--by", "family", "--reason", "家庭另有安排"
                            }
                            : new String[] {"pairing", "confirm", proposed.get(i), "--reason", "双方同意"});
        }
        List<String> hidden = texts(connection, """
                select distinct child_id from digitalfile.hit
                where part = 'hidden' and superseded_at is null and state = 'open' order by child_id limit 3""");
        List<String> found = List.of("confirm", "not-so", "known");
        for (int i = 0; i < hidden.size(); i++) {
            commands.add(new String[] {"hidden", found.get(i), hidden.get(i), "--reason", "入户核查"});
        }
        List<String> missed = texts(connection, """
                select pairing_id || ' ' || period_start from care.duty where kind = 'VISIT' and state = 'overdue'
                order by period_start desc, pairing_id collate "C" limit 2""");
        for (int i = 0; i < missed.size(); i++) {
            String[] duty = missed.get(i).split(" ", 2);
            commands.add(new String[] {
                "duty", i == 0 ? "excuse" : "attempted", duty[0], "VISIT", duty[1], "--reason", i == 0 ? "住院" : "上门无人"
            });
        }
        int made = 0;
        for (String[] command : commands) {
            made += CommandLineOfChildfile.run(shell, command) == ExitCode.DONE ? 1 : 0;
        }
        return made;
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                texts.add(Objects.requireNonNull(row.getString(1)));
            }
        }
        return texts;
    }
}
