package org.childfile.cli.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.childfile.cli.terminal.AskingCommand;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.Shell;
import org.childfile.database.SqlFiles;
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
    public int look(Connection connection) throws SQLException {
        door().note("publish", "dictionary");
        StringBuilder page = new StringBuilder(BEGINNING);
        try (Statement statement = connection.createStatement();
                ResultSet line = statement.executeQuery(SqlFiles.read("access/readmodel/dictionary"))) {
            while (line.next()) {
                page.append(line.getString(1)).append('\n');
            }
        }
        try {
            PrivateFiles.write(dictionary, page.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(dictionary + " cannot be written: " + e.getMessage(), e);
        }
        print(text("publish.written", dictionary));
        return ExitCode.DONE;
    }
}
