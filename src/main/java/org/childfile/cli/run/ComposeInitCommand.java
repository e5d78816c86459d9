package org.childfile.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.storage.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code childfile compose init}: random passwords in {@code .env}, and in {@code secrets} a key and certificate by which
 * PostgreSQL proves who it is. What is there already is never replaced, for the database knows the passwords by then.
 */
@Command(name = "init")
final class ComposeInitCommand extends CommandBase {

    private static final List<String> PASSWORDS =
            List.of("CHILDFILE_DB_PASSWORD", "CHILDFILE_DB_WRITER_PASSWORD", "CHILDFILE_DB_READER_PASSWORD");
    private static final int RANDOM_BYTES = 32;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = ".", descriptionKey = "compose.to")
    private Path to = Path.of(".");

    @Option(names = "--renew-certificate", descriptionKey = "compose.renew")
    private boolean renew;

    ComposeInitCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path environment = to.resolve(".env");
        if (!renew && Files.exists(environment)) {
            throw new WrongUse(text("compose.there", environment));
        }
        ServerCertificate.write(PrivateFiles.folder(to.resolve("secrets")));
        if (!renew) {
            PrivateFiles.write(environment, passwords());
        }
        print(text(renew ? "compose.renewed" : "compose.written", environment));
        return ExitCode.DONE;
    }

    private static String passwords() {
        SecureRandom random = new SecureRandom();
        StringBuilder lines = new StringBuilder(
                "# Made by childfile compose init. Keep a copy where the database's backups are" + " not.\n");
        for (String name : PASSWORDS) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            lines.append(name)
                    .append('=')
                    .append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .append('\n');
        }
        return lines.toString();
    }
}
