package org.childfile.cli.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.childfile.access.audit.OperatorIdentity;
import org.childfile.access.privacy.Keyring;
import org.childfile.access.readmodel.AsCaller;
import org.childfile.access.rights.Claims;
import org.childfile.cli.terminal.AnswerTerms;
import org.childfile.cli.terminal.CliDoor;
import org.childfile.cli.terminal.CommandBase;
import org.childfile.cli.terminal.ExitCode;
import org.childfile.cli.terminal.RevealOptions;
import org.childfile.cli.terminal.Shell;
import org.childfile.cli.terminal.Warehouse;
import org.childfile.cli.terminal.WholeFiles;
import org.childfile.cli.terminal.WrongUse;
import org.childfile.database.SqlFiles;
import org.childfile.ingest.mapping.Population;
import org.childfile.security.Grant;
import org.childfile.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code childfile export}: what a caller may see, as one file a published view, CSV or Parquet, all of one moment. */
@Command(name = "export")
public final class ExportCommand extends CommandBase {

    private static final int ROWS_AT_ONCE = 2000;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to = Path.of("");

    /** How files are written. */
    enum Format {
        CSV,
        PARQUET
    }

    @Option(names = "--format", paramLabel = "csv|parquet", defaultValue = "csv")
    private Format format = Format.CSV;

    @Option(names = "--table", paramLabel = "NAME", split = ",")
    private @Nullable List<String> tables;

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "operator", descriptionKey = "grant.role")
    private String role = "operator";

    @Option(names = "--purpose", paramLabel = "PURPOSE", defaultValue = "operations", descriptionKey = "grant.purpose")
    private String purpose = "operations";

    /** The whole city where none is named. */
    @Option(names = "--division", paramLabel = "CODE", split = ",", descriptionKey = "grant.division")
    private @Nullable List<String> divisions;

    @Option(names = "--child", paramLabel = "ID", split = ",", descriptionKey = "grant.child")
    private List<String> children = new ArrayList<>();

    @Option(names = "--attributes", paramLabel = "NAME", split = ",", descriptionKey = "grant.attributes")
    private @Nullable List<String> attributes;

    @Mixin
    private RevealOptions reveal = new RevealOptions();

    ExportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException, IOException, InterruptedException {
        Claims claims = claims();
        List<ExportTable> wanted = wanted();
        PrivateFiles.folder(to);
        // Where its native part is unpacked to.
        System.setProperty("ZstdTempFolder", shell().spool().toString());
        try (Warehouse warehouse = Warehouse.open(shell());
                WholeFiles files = new WholeFiles();
                Connection connection = warehouse.read()) {
            AsCaller.begin(connection, claims);
            mayReveal(warehouse, claims, connection);
            CliDoor door = CliDoor.of(warehouse, claims).under(AnswerTerms.of(warehouse, this, reveal, true));
            door.record(
                    "export",
                    persons(connection, wanted),
                    List.of(),
                    "tables "
                            + String.join(
                                    " ",
                                    wanted.stream().map(ExportTable::written).toList())
                            + (reveal.reveals() ? " revealed" : ""));
            for (ExportTable table : wanted) {
                export(connection, warehouse, door, table, files);
            }
            // Nothing lies in its place before all that is in it was recorded.
            files.finish();
        }
        return ExitCode.DONE;
    }

    /** Whoever sees no identifiers is told so before anything is written. */
    private void mayReveal(Warehouse warehouse, Claims claims, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SqlFiles.read("access/readmodel/sees-identifiers"))) {
            row.next();
            if (reveal.reveals() && !row.getBoolean(1)) {
                throw CliDoor.of(warehouse, claims).refused("export --reveal", text("export.no-reveal", role, purpose));
            }
        }
    }

    /** Whose rows are about to be written, by the same state of the data. */
    private static Set<String> persons(Connection connection, List<ExportTable> tables) throws SQLException {
        Set<String> persons = new TreeSet<>();
        for (ExportTable table : tables) {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet row = statement.executeQuery(table.persons())) {
                    while (row.next()) {
                        if (row.getString(1) != null) {
                            persons.add(row.getString(1));
                        }
                    }
                }
            }
        }
        return persons;
    }

    private void export(Connection connection, Warehouse warehouse, CliDoor door, ExportTable table, WholeFiles files)
            throws SQLException, IOException, InterruptedException {
        Optional<Population> opened = table.population().filter(each -> reveal.reveals());
        Path file = to.resolve(table.written() + "." + format.name().toLowerCase(Locale.ROOT));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            Keyring keys = warehouse.keys();
            try (ResultSet rows = statement.executeQuery(opened.isEmpty() ? table.query() : table.opened())) {
                ExportedTexts texts = opened.isEmpty()
                        ? ExportedTexts.masked(keys.texts()::clear)
                        : new OpenedTexts(keys, opened.get(), rows.getMetaData());
                long count = write(rows, texts, files, file);
                door.append(
                        "export table",
                        List.of(),
                        columns(rows.getMetaData(), texts),
                        table.written() + " " + count + (opened.isEmpty() ? "" : " revealed"));
                print(text("export.done", file, count));
            }
        }
    }

    private long write(ResultSet rows, ExportedTexts texts, WholeFiles files, Path file)
            throws SQLException, IOException, InterruptedException {
        return switch (format) {
            case PARQUET -> ParquetTable.write(rows, texts, files.part(file));
            case CSV -> {
                try (BufferedWriter out = files.begin(file)) {
                    yield ExportCsv.write(rows, texts, out);
                }
            }
        };
    }

    private static List<String> columns(ResultSetMetaData meta, ExportedTexts texts) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= texts.width(meta); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        return columns;
    }

    private Claims claims() {
        OperatorIdentity operator = shell().operator();
        try {
            return new Grant(
                            operator.person(),
                            role,
                            List.of(purpose),
                            divisions == null ? List.of("") : divisions,
                            children,
                            Optional.ofNullable(attributes),
                            operator.recorded())
                    .claims(purpose, "cli")
                    .orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new WrongUse(text("grant.malformed", String.valueOf(e.getMessage()), "export"));
        }
    }

    private List<ExportTable> wanted() {
        if (tables == null) {
            return List.of(ExportTable.values());
        }
        return tables.stream()
                .map(name -> List.of(ExportTable.values()).stream()
                        .filter(table -> table.written().equals(name.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new WrongUse(text("export.no-table", name, allowed()))))
                .toList();
    }

    private static String allowed() {
        return String.join(
                ", ",
                List.of(ExportTable.values()).stream().map(ExportTable::written).toList());
    }
}
