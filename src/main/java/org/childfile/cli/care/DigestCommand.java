package org.childfile.cli.care;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.care.duties.Digest;
import org.childfile.care.duties.DigestPost;
import org.childfile.care.duties.DigestStore;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.Engine;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.jobs.Workspace;
import org.childfile.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile digest}: what a district, a township or a caring mother is told of its pairs, as files and sent. */
@Command(name = "digest")
public final class DigestCommand extends AskingCommand {

    private static final int MOST = 20_000;

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "digest.out")
    private @Nullable Path out;

    @Option(names = "--send", descriptionKey = "digest.send")
    private boolean send;

    @Option(names = "--connectors", paramLabel = "DIR", descriptionKey = "option.connectors")
    private @Nullable Path connectors;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    /** Whose pairs. */
    static final class Whose {
        @Option(names = "--district", paramLabel = "CODE", descriptionKey = "digest.district")
        private @Nullable String district;

        @Option(names = "--township", paramLabel = "CODE", descriptionKey = "digest.township")
        private @Nullable String township;

        @Option(names = "--volunteer", paramLabel = "ID", descriptionKey = "digest.volunteer")
        private @Nullable String volunteer;

        @Option(names = "--every", descriptionKey = "digest.every")
        private boolean every;
    }

    DigestCommand(Shell shell) {
        super(shell);
    }

    @Override
    public CliDoor door() throws SQLException {
        return super.door().under(this, reveal);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        if (out == null && !send) {
            throw WrongUse.of("wrong.digest-what");
        }
        Workspace workspace = shell().workspace(connectors, null);
        DigestSending sending = send ? DigestSending.of(this, workspace) : null;
        List<Digest> digests = digests(new DigestStore(connection()));
        if (out != null) {
            write(digests, out);
        }
        if (sending == null) {
            return ExitCode.DONE;
        }
        try (Engine engine = Engine.start(warehouse().logins(), workspace)) {
            return sending.send(digests, engine.get(DigestPost.class), door());
        }
    }

    private void write(List<Digest> digests, Path directory) throws SQLException {
        for (Digest digest : new DigestFiles(directory).write(digests, door(), reveal.reveals())) {
            print(text(
                    "digest.written", digest.scope(), digest.pairs(), digest.silent(), digest.behind(), digest.due()));
        }
        print(text("digest.where", directory.toString()));
    }

    /** Of every district and every township that has pairs in force. */
    public static List<Digest> every(DigestStore store) {
        return store.divisions().stream()
                .map(division -> store.ofDivision(division, MOST))
                .toList();
    }

    private List<Digest> digests(DigestStore store) {
        if (whose.every) {
            return every(store);
        }
        if (whose.volunteer != null) {
            return List.of(store.ofVolunteer(volunteer(whose.volunteer), MOST));
        }
        return whose.district != null
                ? List.of(store.ofDivision(code(whose.district, "--district", 6), MOST))
                : List.of(store.ofDivision(code(String.valueOf(whose.township), "--township", 9), MOST));
    }

    /** Its file is named by it. */
    private static String volunteer(String given) {
        if (!PersonId.OF_VOLUNTEER.matcher(given).matches()) {
            throw WrongUse.of("wrong.volunteer-id", given);
        }
        return given;
    }

    static String code(String given, String option, int digits) {
        if (!given.matches("[0-9]{" + digits + "}")) {
            throw WrongUse.of("wrong.division-code", option, given, digits);
        }
        return given;
    }
}
