package org.childfile.cli.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.childfile.access.readmodel.AskedReads;
import org.childfile.access.readmodel.ReadQuery;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.storage.PrivateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile publish}: what other programs may know of the warehouse. */
@Command(name = "publish")
public final class PublishCommand extends AskingCommand {

    private static final String BEGINNING = """
            # Data dictionary · 数据字典

            What the published views, tables and functions mean. Made from the comments of the database by
            `./childfile publish --dictionary docs/data-dictionary.md`: change the comments, not this page.
            What a caller may not see is null, masked, or no row at all: see `mappings/rights.yaml`.
            """;

    @Option(names = "--dictionary", paramLabel = "FILE", required = true, descriptionKey = "publish.dictionary")
    private Path dictionary = Path.of("");

    PublishCommand(Shell shell) {
        super(shell);
    }

    @Override
    public int look(AskedReads reads) throws SQLException {
        door().note("publish", "dictionary");
        StringBuilder page = new StringBuilder(BEGINNING);
        reads.rows(ReadQuery.of("dictionary"))
                .forEach(line -> page.append(line.text("text")).append('\n'));
        try {
            PrivateFiles.write(dictionary, page.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(dictionary + " cannot be written: " + e.getMessage(), e);
        }
        print(text("publish.written", dictionary));
        return ExitCode.DONE;
    }
}
