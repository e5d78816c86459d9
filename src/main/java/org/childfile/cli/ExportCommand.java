package org.childfile.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
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
import org.childfile.api.AsCaller;
import org.childfile.audit.Access;
import org.childfile.audit.AccessLog;
import org.childfile.rights.Claims;
import org.childfile.security.Grant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code childfile export}: what a caller may see, as one file a published view, CSV or Parquet, all of one moment. */
@Command(name = "export")
final class ExportCommand extends CommandBase {

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

    ExportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws SQLException, IOException, InterruptedException {
        Claims claims = claims();
        List<ExportTable> wanted = wanted();
        Files.createDirectories(to);
        try (Warehouse warehouse = Warehouse.open(shell());
                WholeFiles files = new WholeFiles();
                Connection connection = warehouse.read()) {
            AsCaller.begin(connection, claims);
            for (ExportTable table : wanted) {
                export(connection, claims, table, files, new AccessLog(warehouse.service()));
            }
            // Nothing lies in its place before all that is in it was recorded.
            files.finish();
        }
        return ExitCode.DONE;
    }

    private void export(Connection connection, Claims claims, ExportTable table, WholeFiles files, AccessLog log)
            throws SQLException, IOException, InterruptedException {
        Path file = to.resolve(table.written() + "." + format.name().toLowerCase(Locale.ROOT));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(table.query())) {
                long count = write(rows, files, file);
                log.record(new Access(
                        claims.subject(),
                        claims.role(),
                        claims.purpose(),
                        claims.door(),
                        "export",
                        List.of(),
                        columns(rows.getMetaData()),
                        table.written() + " " + count));
                print(text("export.done", file, count));
            }
        }
    }

    private long write(ResultSet rows, WholeFiles files, Path file)
            throws SQLException, IOException, InterruptedException {
        return switch (format) {
            case PARQUET -> ParquetTable.write(rows, files.part(file));
            case CSV -> {
                try (BufferedWriter out = files.begin(file)) {
                    yield ExportCsv.write(rows, out);
                }
            }
        };
    }

    private static List<String> columns(ResultSetMetaData meta) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        return columns;
    }

    private Claims claims() {
        try {
            return new Grant(
                            System.getProperty("user.name", "operator"),
                            role,
                            List.of(purpose),
                            divisions == null ? List.of("") : divisions,
                            children,
                            Optional.ofNullable(attributes))
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
