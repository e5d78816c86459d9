package org.childfile.lab.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.kernel.Message;
import org.childfile.storage.PrivateFiles;

/**
 * The disk of the home fills up in mid-night: the home lies on a file system of its own (tmpfs) that is as large as the template
 * and a part of what a night adds to it. The night must end with a code and a word about the disk; when the file system has
 * grown, {@code ops.run} tells why, and the same command ends as if nothing had been.
 */
final class DiskFull implements Fault {

    /** Of what a night adds, in percent: so the disk is full in different stages. */
    private static final List<Integer> PARTS = List.of(15, 40, 70);

    /** The size of the file system when it has grown, in MiB. */
    private static final long ROOM = 2048;

    /** Of the cause that {@code ops.run} keeps. */
    private static final String WORDS = "the disk of the database is full";

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public Outcome strike(TestBed bed) throws IOException, InterruptedException, SQLException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Outcome.Skipped(Message.of("chaos.skipped.mount"));
        }
        StringBuilder found = new StringBuilder();
        TestBed.Undisturbed undisturbed = bed.undisturbed(1);
        Path template = bed.home("of-the-size");
        long before = mebibytes(template);
        long added = mebibytes(undisturbed.home()) - before;
        bed.drop(template);
        for (int part : PARTS) {
            Path disk = PrivateFiles.folder(bed.folder("disk-" + part));
            if (command(
                            "mount",
                            "-t",
                            "tmpfs",
                            "-o",
                            "mode=700,size=" + (before + added * part / 100) + "m",
                            "tmpfs",
                            disk.toString())
                    != 0) {
                return new Outcome.Skipped(Message.of("chaos.skipped.mount"));
            }
            try {
                found.append(filled(bed, disk));
            } finally {
                command("umount", disk.toString());
            }
        }
        return Fault.outcome(Message.of("chaos.disk", PARTS.size()), found.toString());
    }

    private static String filled(TestBed bed, Path disk) throws IOException, InterruptedException, SQLException {
        Path home = bed.home(disk.getFileName() + "/home");
        ProgramProcess night = bed.night(home, 1);
        int code = night.ended();
        StringBuilder found = new StringBuilder();
        if (code != ExitCode.FAILED || !tells(night.said(), bed.text("error.disk-full", home))) {
            found.append("code ").append(code).append('\n').append(night.said());
        }
        command("mount", "-o", "remount,size=" + ROOM + "m", disk.toString());
        List<String> kept = bed.ask(home, "select state || ': ' || coalesce(message, '') from ops.run");
        if (kept.stream().noneMatch(run -> run.startsWith("failed: ") && run.contains(WORDS))) {
            found.append("ops.run: ").append(kept).append('\n');
        }
        ProgramProcess again = bed.night(home, 1);
        if (again.ended() != bed.undisturbed(1).code()) {
            found.append(again.said());
        }
        found.append(bed.difference(home, 1));
        return found.isEmpty()
                ? ""
                : found.insert(0, disk.getFileName() + ": ").append('\n').toString();
    }

    /** In the words of the command, or in the report of a run that could still say why it failed. */
    private static boolean tells(String said, String words) {
        return said.contains(words) || said.contains(WORDS);
    }

    private static long mebibytes(Path folder) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-sm", folder.toString()).start();
        String said = new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        du.waitFor();
        return Long.parseLong(said.substring(0, said.indexOf('\t')));
    }

    private static int command(String... line) throws IOException, InterruptedException {
        return new ProcessBuilder(line).inheritIO().start().waitFor();
    }
}
