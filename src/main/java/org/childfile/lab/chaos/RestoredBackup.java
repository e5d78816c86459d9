package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;
import org.childfile.lab.departments.Departments;
import org.childfile.storage.PrivateFiles;

/**
 * The database is lost behind the second night, and that of the night before is put back, as docs/operations.md says; the second
 * night is run again. The departments, which have had its applications already, count each of them once.
 */
final class RestoredBackup implements Fault {

    /** What of a home is the database's. */
    private static final List<String> DATABASE = List.of("postgres", "credentials");

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        try (Departments departments = Departments.start(bed.world(), 0, "127.0.0.1")) {
            departments.night(2);
            Path home = bed.home("restored", 1);
            Path backup = PrivateFiles.folder(bed.folder("backup"));
            for (String part : DATABASE) {
                bed.copy(home.resolve(part), backup.resolve(part));
            }
            String found = night(bed, home, departments);
            int before = departments.applications();
            for (String part : DATABASE) {
                bed.drop(home.resolve(part));
                bed.copy(backup.resolve(part), home.resolve(part));
            }
            found += night(bed, home, departments);
            if (departments.applications() != before) {
                found += "departments had " + before + " applications, then " + departments.applications() + "\n";
            }
            return Fault.outcome(Message.of("chaos.restore", before), found + bed.difference(home, 2));
        }
    }

    /** The second night, and all that it has to send. */
    private static String night(TestBed bed, Path home, Departments departments)
            throws IOException, InterruptedException, SQLException {
        ProgramProcess night = bed.night(home, 2, departments.environment(), List.of());
        if (night.ended() != bed.undisturbed(2).code()) {
            return night.said();
        }
        ProgramProcess sending = bed.start(home, departments.environment(), List.of(), "wakeup", "send");
        return sending.ended() == ExitCode.DONE ? "" : sending.said();
    }
}
